call framework.hide_people('debt.debt', 'person_id');
call framework.hide_people('debt.promise', 'person_id');
call framework.hide_people('debt.referral', 'person_id');

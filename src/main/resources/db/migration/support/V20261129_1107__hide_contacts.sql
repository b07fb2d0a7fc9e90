call framework.hide_people('support.assignment', 'person_id');
call framework.hide_people('support.appointment', 'person_id');
call framework.hide_people('support.contact', 'person_id');
call framework.hide_people('support.visit', 'person_id');
call framework.hide_people('support.visit_note', 'person_id');

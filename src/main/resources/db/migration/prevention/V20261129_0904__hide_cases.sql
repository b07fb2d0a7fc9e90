call framework.hide_people('prevention.prevention_case', 'person_id');

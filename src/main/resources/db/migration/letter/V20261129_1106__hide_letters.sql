call framework.hide_people('letter.letter', 'person_id');

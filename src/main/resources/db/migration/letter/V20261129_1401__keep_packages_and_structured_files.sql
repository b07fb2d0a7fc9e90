-- Archive packages and the structured half of an extract are kept beside the PDFs.
alter table letter.stored_file drop constraint stored_file_type_known;
alter table letter.stored_file drop constraint stored_file_has_pages;
alter table letter.stored_file add constraint stored_file_type_known
    check (content_type in ('application/pdf', 'application/zip', 'application/xml'));
alter table letter.stored_file add constraint stored_file_pages_of_a_pdf
    check ((content_type = 'application/pdf') = (pages > 0) and pages >= 0);

-- Photos of inspections are kept with the other files, written anew by the house as JPEG.
alter table letter.stored_file drop constraint stored_file_type_known;
alter table letter.stored_file add constraint stored_file_type_known
    check (content_type in ('application/pdf', 'application/zip', 'application/xml', 'image/jpeg'));

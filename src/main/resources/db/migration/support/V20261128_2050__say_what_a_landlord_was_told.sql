-- What the landlord came to know in a contact, by scope of the consent it needs. Null where nothing
-- reached a landlord, and in contacts of before.
alter table support.contact
    add column landlord_told text,
    add constraint contact_landlord_told_known check (landlord_told in
        ('NOTHING_ABOUT_ANYONE', 'CONTACT_ABOUT_DEBT', 'AGREED_STEPS', 'OTHER_ABOUT_HOME')),
    add constraint contact_landlord_told_to_landlord check (landlord_told is null or counterpart = 'LANDLORD');

-- An order of erasing never named a part of the log, and the log is kept (decision 0152).
alter table audit.erasure_order drop column log_through;

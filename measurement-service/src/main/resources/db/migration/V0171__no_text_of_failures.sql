-- What happened is sealed in the learning log, where it can be erased; a copy here would outlive that.
alter table followed_failure drop column what_happened;

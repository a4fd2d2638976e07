-- Why, and over whose signature, a result came after its inspection was judged.
alter table quality.result add column correction text collate "C";

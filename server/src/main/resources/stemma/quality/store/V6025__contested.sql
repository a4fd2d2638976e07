-- Results that came after a judgement, and those that fail: few of many.
create index result_corrected on quality.result (inspection) where correction is not null;
create index result_fails on quality.result (inspection) where outcome = 'fails';

-- Certificates that come with goods, what they claim, and what was found out about them. None of it
-- is an event; every change is in the audit trail.
create schema certificates;
grant usage on schema certificates to ${app};

create table certificates.certificate (
    id            uuid primary key,
    site          text collate "C" not null,
    kind          text collate "C" not null,
    issuer        text collate "C" not null,
    issuer_normal text collate "C" not null,
    number        text collate "C" not null,
    number_normal text collate "C" not null,
    issued_on     date not null,
    valid_until   date,
    receipt       text collate "C",
    file_name     text,
    sha256        text collate "C",
    entered_by    text collate "C" not null,
    entered_at    timestamptz not null,
    unique (number_normal, issuer_normal)
);
create index certificate_entered on certificates.certificate (entered_at);
create index certificate_receipt on certificates.certificate (receipt) where receipt is not null;

create table certificates.claim (
    certificate   uuid not null references certificates.certificate,
    line          int not null,
    by            text collate "C" not null check (by in ('LOT', 'OUR_LOT', 'SERIAL')),
    text          text collate "C" not null,
    text_normal   text collate "C" not null,
    item          text collate "C",
    issuer        text collate "C" not null,
    issuer_normal text collate "C" not null,
    amount        numeric,
    unit          text collate "C",
    stated        jsonb not null,
    primary key (certificate, line)
);
create index claim_text on certificates.claim (text_normal);

-- The latest tells; none is ever changed.
create table certificates.verification (
    id          bigint generated always as identity primary key,
    certificate uuid not null references certificates.certificate,
    outcome     text collate "C" not null check (outcome in ('CONFIRMED', 'REFUTED', 'REVOKED')),
    how         text not null,
    actor       text collate "C" not null,
    at          timestamptz not null
);
create index verification_certificate on certificates.verification (certificate, id);

grant select, insert, update on certificates.certificate to ${app};
grant select, insert, delete on certificates.claim to ${app};
grant select, insert on certificates.verification to ${app};

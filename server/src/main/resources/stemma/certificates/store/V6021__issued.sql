-- Certificates of our own: what each says, over whose signature, and the PDF that was made of it
-- then. None is ever changed; a withdrawal stands beside it. Each has its entry in the audit trail.
create table certificates.issued (
    id            uuid primary key,
    number        text collate "C" not null unique,
    number_normal text collate "C" not null,
    site          text collate "C" not null,
    kind          text collate "C" not null,
    item_normal   text collate "C" not null,
    lot_normal    text collate "C" not null,
    portion       text collate "C" not null,
    statement     text not null,
    digest        text collate "C" not null,
    signer        text collate "C" not null,
    signer_name   text not null,
    meaning       text collate "C" not null,
    signed_at     timestamptz not null,
    sha256        text collate "C" not null,
    pdf           bytea not null
);
create index issued_number on certificates.issued (number_normal);
create index issued_lot on certificates.issued (lot_normal);
create index issued_signed on certificates.issued (signed_at);

create table certificates.withdrawal (
    certificate uuid primary key references certificates.issued,
    reason      text not null,
    digest      text collate "C" not null,
    signer      text collate "C" not null,
    signer_name text not null,
    meaning     text collate "C" not null,
    signed_at   timestamptz not null
);

grant select, insert on certificates.issued to ${app};
grant select, insert on certificates.withdrawal to ${app};

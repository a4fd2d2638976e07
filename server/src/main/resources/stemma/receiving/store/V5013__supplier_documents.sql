-- What suppliers sent beside goods. An event names the hash; the bytes are no part of the record
-- and can be erased where the law asks for it.
create table receiving.supplier_document (
    sha256 text collate "C" primary key,
    type   text collate "C" not null,
    bytes  bytea not null
);

grant select, insert on receiving.supplier_document to ${app};

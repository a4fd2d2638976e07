-- When somebody last signed in a session is asked whenever a form to sign is shown.
create index on signatures.signature (session, signer, signed_at);

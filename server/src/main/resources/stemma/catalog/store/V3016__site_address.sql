-- Who makes something says where: certificates and delivery notes bear it (ICH Q7 11.4).
alter table catalog.site add column address text;

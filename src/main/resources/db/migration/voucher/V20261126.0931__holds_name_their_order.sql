-- Whoever reads a lot sees the number of the order, not its identifier (product 8).
alter table voucher.hold add column order_number text not null default '';
comment on column voucher.hold.order_number is 'Readable number of the order that holds; empty for holds made before it was kept';

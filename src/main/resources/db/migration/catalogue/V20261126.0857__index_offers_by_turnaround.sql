create index offer_by_turnaround on catalogue.offer (turnaround_days, id) where state = 'PUBLISHED';

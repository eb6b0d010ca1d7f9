/** Records that somebody opened in an emergency, and what was said of it afterwards. Released steps are never edited. */
export const schema5 = `
create table opening (
  tenant_id text not null, patient_id text not null, id text not null, account_id text not null, session_id text not null,
  cause text not null, words text not null, opened text not null, expires text not null, ended text, ended_by text,
  verdict text, note text, reviewed text, reviewer_id text,
  primary key (tenant_id, patient_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index opening_by_account on opening (tenant_id, account_id, opened);
create index opening_by_time on opening (tenant_id, opened);
`

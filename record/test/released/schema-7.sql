-- A record as the release with schema 7 left it: the one before, and what that release made of it.
create table schema_version (version integer primary key, applied text not null);
create table resource_version (
  tenant_id text not null, patient_id text not null, type text not null, id text not null, version integer not null,
  method text not null check (method in ('create', 'update', 'delete')),
  last_updated text not null, seq integer not null, act_id text not null,
  json text not null, salt text not null, hash text not null,
  primary key (tenant_id, patient_id, type, id, version));
create index resource_version_by_address on resource_version (tenant_id, type, id, version);
create index resource_version_by_seq on resource_version (tenant_id, seq);

create table resource_current (
  tenant_id text not null, type text not null, id text not null, patient_id text not null,
  version integer not null, deleted integer not null, seq integer not null,
  primary key (tenant_id, type, id));
create index resource_current_by_patient on resource_current (tenant_id, patient_id, type, id);
create index resource_current_by_seq on resource_current (tenant_id, type, seq, id);

create table resource_index (
  tenant_id text not null, patient_id text not null, type text not null, id text not null,
  name text not null, value text not null,
  primary key (tenant_id, patient_id, type, id, name, value));
create index resource_index_by_value on resource_index (tenant_id, type, name, value, id);

create table audit (
  tenant_id text not null, seq integer not null, event text not null, aside text, prev text not null, hash text not null,
  primary key (tenant_id, seq));
create table audit_subject (
  tenant_id text not null, subject text not null, seq integer not null,
  primary key (tenant_id, subject, seq));

create table decision (
  tenant_id text not null, patient_id text not null, id text not null, seq integer not null, act_id text not null,
  at text not null, pathway text not null, pathway_version text not null,
  input text not null, policy text not null, advice text not null,
  primary key (tenant_id, patient_id, id));
create index decision_by_id on decision (tenant_id, id);
create index decision_by_seq on decision (tenant_id, seq);

create table answered (
  tenant_id text not null, actor_id text not null, key text not null, body_hash text not null,
  seq integer not null, at text not null,
  primary key (tenant_id, actor_id, key));

create table account (
  tenant_id text not null, id text not null, login text not null, display_name text not null, password_hash text,
  roles text not null, disabled integer not null, created text not null,
  primary key (tenant_id, id));
create unique index account_by_login on account (tenant_id, login);

create table session (
  tenant_id text not null, token_hash text not null, account_id text not null,
  created text not null, last_seen text not null, expires text not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index session_by_account on session (tenant_id, account_id);

create table draft (
  tenant_id text not null, account_id text not null, key text not null, json text not null, updated text not null,
  primary key (tenant_id, account_id, key),
  foreign key (tenant_id, account_id) references account (tenant_id, id));

create table link (
  tenant_id text not null, token_hash text not null, purpose text not null, subject text not null,
  created text not null, expires text not null, used text,
  primary key (tenant_id, token_hash));
create index link_by_subject on link (tenant_id, purpose, subject);

create table attachment (
  tenant_id text not null, id text not null, patient_id text not null, subject text not null, name text not null,
  media_type text not null, size integer not null, sha256 text not null, created text not null, bytes blob not null,
  primary key (tenant_id, id));
create index attachment_by_patient on attachment (tenant_id, patient_id);
create index attachment_by_subject on attachment (tenant_id, subject);

create table setting (
  tenant_id text not null, key text not null, json text not null, updated text not null,
  primary key (tenant_id, key));


create trigger resource_version_no_update before update on resource_version
begin select raise(abort, 'resource_version is append-only'); end;
create trigger resource_version_no_delete before delete on resource_version
begin select raise(abort, 'resource_version is append-only'); end;
create trigger audit_no_update before update on audit
begin select raise(abort, 'audit is append-only'); end;
create trigger audit_no_delete before delete on audit
begin select raise(abort, 'audit is append-only'); end;
create trigger audit_subject_no_update before update on audit_subject
begin select raise(abort, 'audit_subject is append-only'); end;
create trigger audit_subject_no_delete before delete on audit_subject
begin select raise(abort, 'audit_subject is append-only'); end;
create trigger decision_no_update before update on decision
begin select raise(abort, 'decision is append-only'); end;
create trigger decision_no_delete before delete on decision
begin select raise(abort, 'decision is append-only'); end;
create trigger audit_appends before insert on audit
when new.seq <> 1 + coalesce((select max(seq) from audit where tenant_id = new.tenant_id), 0)
begin select raise(abort, 'audit is append-only'); end;
create trigger resource_version_appends before insert on resource_version
when new.version <> 1 + coalesce(
  (select max(version) from resource_version where tenant_id = new.tenant_id and type = new.type and id = new.id), 0)
begin select raise(abort, 'resource_version is append-only'); end;
create trigger decision_appends before insert on decision
when exists (select 1 from decision where tenant_id = new.tenant_id and id = new.id)
begin select raise(abort, 'decision is append-only'); end;
alter table draft add column version integer not null default 1;

create table identity (
  tenant_id text not null, issuer text not null, subject text not null, account_id text not null, created text not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create unique index identity_by_account on identity (tenant_id, account_id, issuer);

create table passkey (
  tenant_id text not null, id text not null, account_id text not null, name text not null, public_key text not null,
  counter integer not null, transports text not null, created text not null, last_used text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index passkey_by_account on passkey (tenant_id, account_id);

create table nonce (
  tenant_id text not null, name_hash text not null, expires text not null,
  primary key (tenant_id, name_hash));
create index nonce_by_expiry on nonce (tenant_id, expires);

create table feedback (
  tenant_id text not null, service text not null, client text not null, card text not null, outcome text not null,
  at text not null, reason_system text, reason_code text, comment text, taken integer not null, received text not null,
  primary key (tenant_id, service, client, card, outcome, at));

create table opening (
  tenant_id text not null, patient_id text not null, id text not null, account_id text not null, session_id text not null,
  cause text not null, words text not null, opened text not null, expires text not null, ended text, ended_by text,
  verdict text, note text, reviewed text, reviewer_id text,
  primary key (tenant_id, patient_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id));
create index opening_by_account on opening (tenant_id, account_id, opened);
create index opening_by_time on opening (tenant_id, opened);

insert into schema_version (version, applied) values (1, '2026-11-23T08:00:01.000Z');
insert into schema_version (version, applied) values (2, '2026-11-23T08:00:02.000Z');
insert into schema_version (version, applied) values (3, '2026-11-23T08:00:02.000Z');
insert into schema_version (version, applied) values (4, '2026-11-23T08:00:02.000Z');
insert into schema_version (version, applied) values (5, '2026-11-23T08:00:02.000Z');
insert into account (tenant_id, id, login, display_name, password_hash, roles, disabled, created) values ('clinic', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', 'demo.ann', 'Demo Ann', 'argon-1', '["nurse"]', 0, '2026-11-23T08:00:04.000Z');
insert into identity (tenant_id, issuer, subject, account_id, created) values ('clinic', 'https://sign-in.example', 'ann', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', '2026-11-23T08:00:02.000Z');
insert into passkey (tenant_id, id, account_id, name, public_key, counter, transports, created, last_used) values ('clinic', 'key-1', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', 'Demo phone', 'cHVibGlj', 0, '[]', '2026-11-23T08:00:02.000Z', null);
insert into session (tenant_id, token_hash, account_id, created, last_seen, expires) values ('clinic', '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', '2026-11-23T08:00:05.000Z', '2026-11-23T08:00:05.000Z', '2030-01-01T00:00:00.000Z');
insert into opening (tenant_id, patient_id, id, account_id, session_id, cause, words, opened, expires, ended, ended_by, verdict, note, reviewed, reviewer_id) values ('clinic', 'ada', 'opening-1', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0', 'threat-to-life', 'found on the floor', '2026-11-23T08:00:05.000Z', '2026-11-23T12:00:05.000Z', '2026-11-23T08:30:05.000Z', 'closed', 'justified', 'known to the ward', '2026-11-24T08:00:05.000Z', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4');
insert into draft (tenant_id, account_id, key, json, updated, version) values ('clinic', '363c1d00-f94a-4d21-bce8-fcfa9d8d6cb4', 'evaluate/ada', '{"side":"left"}', '2026-11-23T08:00:06.000Z', 922900498);
insert into link (tenant_id, token_hash, purpose, subject, created, expires, used) values ('clinic', 'acac86c0e609ca906f632b0e2dacccb2b77d22b0621f20ebece1a4835b93f6f0', 'status', 'Task/call', '2026-11-23T08:00:08.000Z', '2030-01-01T00:00:00.000Z', null);
insert into attachment (tenant_id, id, patient_id, subject, name, media_type, size, sha256, created, bytes) values ('clinic', '21512c33-3798-42e2-8b66-96d2e857a1cb', '', 'Task/call', 'scan', 'application/x', 4, 'c5dbae22661af6db18a1f676db82a7ef7de46d27c3a263a872f00478b0d99fc4', '2026-11-23T08:00:08.000Z', x'0001feff');
insert into setting (tenant_id, key, json, updated) values ('clinic', 'record.index-version', '"1"', '2026-11-23T08:00:03.000Z');
insert into setting (tenant_id, key, json, updated) values ('clinic', 'clinic', '{"name":"Demo"}', '2026-11-23T08:00:08.000Z');
insert into answered (tenant_id, actor_id, key, body_hash, seq, at) values ('clinic', 'demo-nurse', 'once', '6cb66c9326aef0ddaf1c6df4fbcd75241657ab3aa78ee9ad295084ad47952f65', 2, '2026-11-23T08:00:08.000Z');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 1, '{"actId":"95145664-ec6d-44d0-bec9-bc5683f4247f","action":"write","actor":{"id":"demo-nurse","role":"nurse"},"aside":null,"at":"2026-11-23T08:00:07.000Z","changes":[{"hash":"c5dbe9ef568b6343d9fc2e26bc3738db53365efa944746574db180e20a5b21c4","id":"ada","method":"create","type":"Patient","version":1},{"hash":"06f651bda65c3a1b0c610a20709354348bf43a3b2adc7b7b58ce073e81d92f44","id":"call","method":"create","type":"Task","version":1}],"decision":null,"outcome":"done","patientIds":["ada"],"problem":null,"purpose":null,"requestId":null,"seq":1}', null, '0000000000000000000000000000000000000000000000000000000000000000', '51be1ca388eaed838c631c0ca9e1fc07e23094bc30404782a30514cdb247c80b');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 2, '{"actId":"3a20a192-e4b3-46f1-bc44-2f594f032247","action":"write","actor":{"id":"demo-nurse","role":"nurse"},"aside":"7d1c2f089def54ae5935c2e3285576a4f078c8933306f91816474f8349576669","at":"2026-11-23T08:00:08.000Z","changes":[{"hash":"cd65191986e0827c9276e99626c0eb04547520d1b2d1d180d7313b92d3d9b1bf","id":"call","method":"update","type":"Task","version":2}],"decision":{"hash":"73b3e7d62f930c757b7696cee86d3c7a940677ddd161568e67e249121d5b56d8","id":"60a0bd4c-1200-4554-bdbb-d08ab42a1f5b"},"outcome":"done","patientIds":["ada"],"problem":null,"purpose":null,"requestId":null,"seq":2}', '{"reason":"typed","salt":"63bb345d133d2f93c7d1a4708b1fe88f"}', '51be1ca388eaed838c631c0ca9e1fc07e23094bc30404782a30514cdb247c80b', 'e9d10faec49f22526e37558d42d80061a52250a57a51447e7965a17a00e0e315');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 3, '{"actId":"8d2bf923-32aa-4a7d-8e08-0b77df6ea6b3","action":"write","actor":{"id":"demo-nurse","role":"nurse"},"aside":null,"at":"2026-11-23T08:00:09.000Z","changes":[{"hash":"29878a06bf53dc8bad84b8bf3386ab9925d1119fc10bd46aacb5d8f5684444c4","id":"gone","method":"create","type":"Task","version":1}],"decision":null,"outcome":"done","patientIds":["ada"],"problem":null,"purpose":null,"requestId":null,"seq":3}', null, 'e9d10faec49f22526e37558d42d80061a52250a57a51447e7965a17a00e0e315', '1407467c6ebda39b7f4db894f726eaa8934e67fbfe62d0d5919430940d09ffee');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 4, '{"actId":"59a6b82b-5e4d-45af-863e-fae625fa9ed0","action":"write","actor":{"id":"demo-nurse","role":"nurse"},"aside":null,"at":"2026-11-23T08:00:10.000Z","changes":[{"hash":"545b6712a5bfe6dec7ef4b42dcfac1f9b42d3cbff94a951215f7c82b8e0f946d","id":"gone","method":"delete","type":"Task","version":2}],"decision":null,"outcome":"done","patientIds":["ada"],"problem":null,"purpose":null,"requestId":null,"seq":4}', null, '1407467c6ebda39b7f4db894f726eaa8934e67fbfe62d0d5919430940d09ffee', '8cb941fdccb14ccfc48e1162f3a0fd0c89910a4a374af3149ee314afdc28f6f6');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 5, '{"actId":"75093e21-f3b5-47eb-91c2-455991d2bd46","action":"late","actor":{"id":"demo-nurse","role":"nurse"},"aside":"4dbd4d854bc82e300311e3203c5ee20ce5bf3f410025238e4b2a09adbd66ad5b","at":"2026-11-23T08:00:11.000Z","changes":[],"decision":null,"outcome":"refused","patientIds":[],"problem":"version-conflict","purpose":null,"requestId":null,"seq":5}', '{"problem":{"code":"version-conflict","detail":{"expected":7,"stored":2},"sentence":"Task/call was changed by someone else: it is at version 2, not 7.","where":"changes[0].resource"},"salt":"9e2ab58a599cf9976db86c4e510c5c17"}', '8cb941fdccb14ccfc48e1162f3a0fd0c89910a4a374af3149ee314afdc28f6f6', '8e388bd263685017144b0a3c79ce204e296f1c6cac4e4c487d6865c201fde9d0');
insert into audit (tenant_id, seq, event, aside, prev, hash) values ('clinic', 6, '{"actId":"c86d04f3-b7ee-4080-8a52-5be29bed6ed8","action":"read","actor":{"id":"demo-nurse","role":"nurse"},"aside":"056a2ccf17e38815df1eeb5a23b3d3f9c13c54051a9f9a77f46186713c2cd6e9","at":"2026-11-23T08:00:12.000Z","changes":[],"decision":null,"outcome":"read","patientIds":["ada"],"problem":null,"purpose":null,"requestId":null,"seq":6}', '{"salt":"686e65b81c4c6c97c2bf4da06eaa6952","what":"chart"}', '8e388bd263685017144b0a3c79ce204e296f1c6cac4e4c487d6865c201fde9d0', '2e84c15eb1c12a0fdf86598e32a082f68d46e0c36008670afcb272b60d6be50d');
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 1);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'patient/ada', 1);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 2);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'patient/ada', 2);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 3);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'patient/ada', 3);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 4);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'patient/ada', 4);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 5);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'actor/demo-nurse', 6);
insert into audit_subject (tenant_id, subject, seq) values ('clinic', 'patient/ada', 6);
insert into decision (tenant_id, patient_id, id, seq, act_id, at, pathway, pathway_version, input, policy, advice) values ('clinic', 'ada', '60a0bd4c-1200-4554-bdbb-d08ab42a1f5b', 2, '3a20a192-e4b3-46f1-bc44-2f594f032247', '2026-11-23T08:00:08.000Z', 'demo', '1', '{"a": 1}', '{}', '{"x" :1.0}');
insert into resource_version (tenant_id, patient_id, type, id, version, method, last_updated, seq, act_id, json, salt, hash) values ('clinic', 'ada', 'Patient', 'ada', 1, 'create', '2026-11-23T08:00:07.000Z', 1, '95145664-ec6d-44d0-bec9-bc5683f4247f', '{"resourceType":"Patient","id":"ada","meta":{"versionId":"1","lastUpdated":"2026-11-23T08:00:07.000Z"},"name":"Demo Ada Sample"}', 'e5a5d56492613dbb91871a1c4bf7cd21', 'c5dbe9ef568b6343d9fc2e26bc3738db53365efa944746574db180e20a5b21c4');
insert into resource_version (tenant_id, patient_id, type, id, version, method, last_updated, seq, act_id, json, salt, hash) values ('clinic', 'ada', 'Task', 'call', 1, 'create', '2026-11-23T08:00:07.000Z', 1, '95145664-ec6d-44d0-bec9-bc5683f4247f', '{"resourceType":"Task","id":"call","meta":{"versionId":"1","lastUpdated":"2026-11-23T08:00:07.000Z"},"patient":"ada","status":"new","note":"naïve “quotes” and 𝒮igns"}', '8c9c4edc7e65e79fa2631644bf6e7579', '06f651bda65c3a1b0c610a20709354348bf43a3b2adc7b7b58ce073e81d92f44');
insert into resource_version (tenant_id, patient_id, type, id, version, method, last_updated, seq, act_id, json, salt, hash) values ('clinic', 'ada', 'Task', 'call', 2, 'update', '2026-11-23T08:00:08.000Z', 2, '3a20a192-e4b3-46f1-bc44-2f594f032247', '{"resourceType":"Task","id":"call","meta":{"versionId":"2","lastUpdated":"2026-11-23T08:00:08.000Z"},"patient":"ada","status":"done"}', '1f9419b982008649406f840d11bc50bb', 'cd65191986e0827c9276e99626c0eb04547520d1b2d1d180d7313b92d3d9b1bf');
insert into resource_version (tenant_id, patient_id, type, id, version, method, last_updated, seq, act_id, json, salt, hash) values ('clinic', 'ada', 'Task', 'gone', 1, 'create', '2026-11-23T08:00:09.000Z', 3, '8d2bf923-32aa-4a7d-8e08-0b77df6ea6b3', '{"resourceType":"Task","id":"gone","meta":{"versionId":"1","lastUpdated":"2026-11-23T08:00:09.000Z"},"patient":"ada"}', 'a905abbd5b1c5f280132bc6014146085', '29878a06bf53dc8bad84b8bf3386ab9925d1119fc10bd46aacb5d8f5684444c4');
insert into resource_version (tenant_id, patient_id, type, id, version, method, last_updated, seq, act_id, json, salt, hash) values ('clinic', 'ada', 'Task', 'gone', 2, 'delete', '2026-11-23T08:00:10.000Z', 4, '59a6b82b-5e4d-45af-863e-fae625fa9ed0', '', '94f4589dfe7a7bec99f29c26719b28cc', '545b6712a5bfe6dec7ef4b42dcfac1f9b42d3cbff94a951215f7c82b8e0f946d');
insert into resource_current (tenant_id, type, id, patient_id, version, deleted, seq) values ('clinic', 'Patient', 'ada', 'ada', 1, 0, 1);
insert into resource_current (tenant_id, type, id, patient_id, version, deleted, seq) values ('clinic', 'Task', 'call', 'ada', 2, 0, 2);
insert into resource_current (tenant_id, type, id, patient_id, version, deleted, seq) values ('clinic', 'Task', 'gone', 'ada', 2, 1, 4);
insert into resource_index (tenant_id, patient_id, type, id, name, value) values ('clinic', 'ada', 'Task', 'call', 'status', 'done');
insert into nonce (tenant_id, name_hash, expires) values ('clinic', 'name-1', '2030-01-01T00:00:00.000Z');
insert into feedback (tenant_id, service, client, card, outcome, at, reason_system, reason_code, comment, taken, received) values ('clinic', 'patient-view', 'demo', 'card-1', 'overridden', '2026-11-23T08:00:02.000Z', null, 'known', null, 0, '2026-11-23T08:00:02.000Z');

alter table resource_current add column number integer not null default 0;
update resource_current as c set number = n.number from (
  select tenant_id, type, id, seq * 1048576 + row_number() over (partition by tenant_id, seq order by type, id) as number
  from resource_current) as n
where n.tenant_id = c.tenant_id and n.type = c.type and n.id = c.id;
drop index resource_current_by_seq;
create index resource_current_by_number on resource_current (tenant_id, type, number);

drop table resource_index;
create table search_value (
  tenant_id text not null, parameter integer not null, value text not null, number integer not null,
  primary key (tenant_id, parameter, value, number)) without rowid;
create index search_value_by_resource on search_value (tenant_id, number, parameter, value);
delete from setting where key = 'record.index-version';

create table guess (
  tenant_id text not null, name_hash text not null, times text not null, expires text not null,
  primary key (tenant_id, name_hash));
create index guess_by_expiry on guess (tenant_id, expires);

create table unknown_name (
  tenant_id text not null, hour text not null, name_hash text not null, tries integer not null,
  primary key (tenant_id, hour, name_hash));

insert into schema_version (version, applied) values (6, '2026-11-23T08:00:02.000Z');
insert into guess (tenant_id, name_hash, times, expires) values ('clinic', 'name-1', '["2026-11-23T08:00:02.000Z"]', '2030-01-01T00:00:00.000Z');
insert into unknown_name (tenant_id, hour, name_hash, tries) values ('clinic', '2026-11-23T08', 'name-2', 3);
insert into search_value (tenant_id, parameter, value, number)
  select tenant_id, 70192969873248, 'done', number from resource_current where type = 'Task' and id = 'call';
insert into setting (tenant_id, key, json, updated) values ('clinic', 'record.index-version', '"1"', '2026-11-23T08:00:03.000Z');

drop index search_value_by_resource;
create index search_value_in_order on search_value (tenant_id, number, parameter, value) where parameter < 0;
delete from search_value;
delete from setting where key = 'record.index-version';

insert into schema_version (version, applied) values (7, '2026-11-23T08:00:02.000Z');
insert into search_value (tenant_id, parameter, value, number)
  select tenant_id, 70192969873248, 'done', number from resource_current where type = 'Task' and id = 'call';
insert into setting (tenant_id, key, json, updated) values ('clinic', 'record.index-version', '"1"', '2026-11-23T08:00:03.000Z');

/** Drafts carry the version their writer saw. Released steps are never edited: a change is a new step. */
export const schema2 = 'alter table draft add column version integer not null default 1;'

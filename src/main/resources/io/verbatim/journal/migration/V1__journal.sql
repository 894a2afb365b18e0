-- Every table has a rowid, which the rescue of a damaged file goes by.

-- single facts: the key, the poll offset, the generation of update ids
create table fact (
  name text primary key,
  value blob not null
);

-- updates that wait for their answer
create table inbox (
  entry integer primary key autoincrement,
  generation integer not null,
  update_id integer not null,
  chat integer not null,
  received integer not null, -- milliseconds since 1970, here and below
  parts integer not null default 0, -- of the reply, that have arrived
  json text not null
);
create index inbox_by_chat on inbox (chat, entry);

-- updates that came in the last days, answered or not
create table seen (
  generation integer not null,
  update_id integer not null,
  received integer not null,
  primary key (generation, update_id)
);

-- what is remembered of somebody in a place
create table memory (
  chat integer not null,
  topic integer not null,
  person integer not null,
  question text,
  language text,
  article text,
  paragraph integer,
  span_start integer,
  span_end integer,
  touched integer not null,
  primary key (chat, topic, person)
);
create index memory_by_touch on memory (touched);

-- our messages that reply to a message, so that an edited question edits its answer
create table reply (
  chat integer not null,
  question integer not null,
  part integer not null,
  message integer not null,
  length integer not null,
  sent integer not null,
  primary key (chat, question, part)
);
create index reply_by_time on reply (sent);

create table vote (
  chat integer not null,
  message integer not null,
  person integer not null,
  article text not null,
  good integer not null,
  question text,
  voted integer not null,
  primary key (chat, message, person)
);

-- how many questions ended how, on which day (since 1970, UTC)
create table day_outcome (
  day integer not null,
  outcome text not null,
  number integer not null,
  primary key (day, outcome)
);

create table day_section (
  day integer not null,
  article text not null,
  section text not null,
  number integer not null,
  primary key (day, article, section)
);

create table day_latency (
  day integer not null,
  bucket integer not null,
  number integer not null,
  primary key (day, bucket)
);

-- questions without an answer, where the operator wants them kept
create table uncovered (
  question text primary key,
  number integer not null,
  asked integer not null
);

create table given_up (
  update_id integer not null,
  chat integer not null,
  kind text not null,
  failed integer not null
);

pragma user_version = 1;

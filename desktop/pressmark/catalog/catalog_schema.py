"""The tables of the catalog: what was read from the archive. All of it can be made again from the folder."""

VERSION = 8

# files: every entry of the folder. digest is NULL where the bytes could not be read: such a file is tried again.
# articles: one row a distinct content. text: zlib of the decoded text, so that an article can be judged again without its
# file; blocks: zlib of JSON with that text as its dictionary, see rows.py. line_keys: the int64 keys of its lines,
# line_grams: of the 4-grams in them (indexing/linekeys.py), from which the repeats of an outlet are counted; evidence: a
# digest of what other pages told when the article was judged. terms: its word statistics for relate/, pairs (term, count).
# markup: zlib of JSON, what the tags of a page tell of its lines, what it says of itself, its links and pictures; empty for
# a plain text.
# The big columns stand last: SQLite reads a row up to the column that is asked for.
# word_runs: uint32 keys of runs of words in its text (reading/wordruns.py), by which articles that share some are found.
# date_from: for an article that says itself nothing of its day, a digest of the articles by which one was looked for;
# meta "dates" is "due" from any change of the articles until all days were looked for again.
# reader: which reader read it, and in which version (reading/formats/); meta "readers" has all that there were.
# signs: what its page says of its outlet (indexing/outlets.py).
# touched: articles that got or lost a file since the outlets of articles were settled.
# stale: outlets whose articles or files came, went or changed since their articles were compared with one another.
# unindexed / removed: what the full-text index still has to learn; emptied after each of its commits. An article that
# changes gets a new serial, so that a change made after it was handed over is handed over too.
SCRIPT = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles(
  id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL, byline TEXT NOT NULL, outlet TEXT NOT NULL, outlet_evidence TEXT NOT NULL,
  section TEXT NOT NULL, dateline TEXT NOT NULL,
  date_start TEXT, date_end TEXT, date_certainty TEXT NOT NULL, date_evidence TEXT NOT NULL,
  language TEXT NOT NULL, encoding TEXT NOT NULL, encoding_reason TEXT NOT NULL,
  address TEXT NOT NULL, captured TEXT NOT NULL, words INTEGER NOT NULL, date_from BLOB, evidence BLOB NOT NULL,
  signs TEXT NOT NULL, reader TEXT NOT NULL, word_runs BLOB NOT NULL,
  line_keys BLOB NOT NULL, line_grams BLOB NOT NULL, terms BLOB NOT NULL,
  blocks BLOB NOT NULL, text BLOB NOT NULL, markup BLOB NOT NULL);
CREATE INDEX articles_outlet ON articles(outlet);
CREATE INDEX articles_signs ON articles(signs, outlet, outlet_evidence);
CREATE INDEX articles_address ON articles(address) WHERE address != '';
CREATE INDEX articles_undated ON articles(digest) WHERE date_start IS NULL OR date_from IS NOT NULL;
CREATE TABLE files(
  raw BLOB PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT,
  state TEXT NOT NULL, reason TEXT NOT NULL, encoding TEXT NOT NULL, encoding_reason TEXT NOT NULL,
  article_id INTEGER REFERENCES articles(id)) WITHOUT ROWID;
CREATE INDEX files_article ON files(article_id);
CREATE INDEX files_path ON files(path);
CREATE TABLE unindexed(serial INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL UNIQUE);
CREATE TABLE removed(article_id INTEGER PRIMARY KEY);
CREATE TABLE touched(article_id INTEGER PRIMARY KEY);
CREATE TABLE stale(outlet TEXT PRIMARY KEY) WITHOUT ROWID;
"""

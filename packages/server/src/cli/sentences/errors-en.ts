// What Acta says in English when it cannot go on, by the code of the error: what happened, what is safe, what to do next.

export const ERRORS_EN = {
  'error.usage': 'acta {command}: {reason} {word}\nSee: acta {command} --help',
  'error.usage.words-missing': 'something is missing after the command',
  'error.usage.word-extra': 'one word too many:',
  'error.usage.option-unknown': 'there is no option',
  'error.usage.option-value': 'the option needs a value or takes none:',
  'error.usage.number': 'not a whole number:',
  'error.usage.choice': 'not one of the choices:',
  'error.usage.date': 'not a date (YYYY-MM-DD):',
  'error.usage.command': 'There is no command {word}. acta --help lists them.',
  'error.usage.one-of': 'exactly one is needed of',
  'error.vault-missing': 'There is no vault in {dir}. Name it with --vault or ACTA_VAULT; acta import makes one.',
  'error.vault-damaged':
    'The vault file {file} is damaged. Nothing was changed. Put the file back from a backup, then run acta verify.',
  'error.vault-newer': 'This vault was made by a newer Acta (format {format}). Nothing was changed. Use that version.',
  'error.vault-moved':
    'This vault was moved to {place}. Nothing is written here any more, and nothing is shown that would have to be on record. Use it there; acta verify and acta stats still work here.',
  'error.vault-arriving':
    'This vault has not arrived whole from {place}. Nothing was changed. Run the same acta move there again; it goes on where it stopped.',
  'error.move-target': 'Nothing was moved to {place}: {reason}. The vault here is what it was.',
  'error.move-target.same': 'the vault stands there already',
  'error.move-target.cell': 'another vault stands there',
  'error.move-target.stands': 'this vault stands there already and is in use, or was put back',
  'error.move-target.longer': 'what stands there has records that are missing here',
  'error.move-target.other': 'what stands there is not a part of this vault',
  'error.move-target.keys': 'the keys there are not those of this vault',
  'error.move-unproven':
    'What arrived does not verify ({verdict}). The vault here is what it was, and in use. Run acta verify --deep here, then acta move again.',
  'error.cells-config': '{file}: {at}: {reason}. Nothing was opened. docs/cells.md says what may stand there.',
  'error.cells-config.json': 'it is not JSON',
  'error.cells-config.member': 'no such member is known',
  'error.cells-config.form': 'it is missing, or not of the right kind',
  'error.cells-config.name': 'a name has small letters, digits and dashes, and begins with a letter',
  'error.cells-config.number': "the beginning of a number reads '+' and digits",
  'error.cells-config.twice': 'another cell has this name',
  'error.cells-config.claimed': 'another region claims this beginning of numbers',
  'error.cells-config.home': 'no cell lies in the home region',
  'error.cells-config.place': 'another cell has this folder or this database',
  'error.cells-config.env': 'the variable that it names is not set',
  'error.cell-needed': 'This concerns one cell. Name it with --cell, or write NAME: before the id. Cells: {cells}.',
  'error.cell-unknown': 'There is no cell {cell}. Cells: {cells}.',
  'error.cell-unclear': 'Several cells hold this conversation ({cells}). Nothing was taken in. Name one with --cell.',
  'error.cell-differs':
    'The folder {dir} belongs to another vault than the database {server}. Nothing was changed. Name another folder with --vault or ACTA_VAULT, or the right database in ACTA_DATABASE_URL.',
  'error.key-missing':
    'The key of this vault is not in {dir} (file {cell}.root). Name its folder with ACTA_KEYS, or use: acta key recover',
  'error.key-wrong':
    'The key does not open {file}: it belongs to another vault, or the file is damaged. Nothing was changed. Name the right folder with ACTA_KEYS, or use: acta key recover',
  'error.key-exposed': 'Others on this machine can read the key {file}. Make it private: chmod 600 {file}',
  'error.passphrase-needed': 'The key is sealed by a passphrase. Give it with --passphrase-file or ACTA_PASSPHRASE.',
  'error.passphrase-wrong':
    'The passphrase does not open the key. Nothing was changed. Try again, or use: acta key recover',
  'error.recovery-missing': 'No recovery code was ever shown for this vault, so there is none to recover with.',
  'error.recovery-wrong':
    'This is not the recovery code of this vault. Nothing was changed. Check it letter by letter.',
  'error.code-shown':
    'The recovery code was shown before and is not kept in the clear. acta key rotate makes a new key with a new code.',
  'error.writer-busy': 'Another Acta is writing to this vault. Wait until it is done, or stop it.',
  'error.database-url':
    'The address in {setting} cannot be used: {reason}. It reads postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full. Nothing was changed.',
  'error.database-url.form': 'it is not the URL of a PostgreSQL database',
  'error.database-url.alone': 'it needs ACTA_DATABASE_URL beside it',
  'error.database-url.host': 'it names no host',
  'error.database-url.hosts': 'it names several hosts; name the one that writes, or an address that follows it',
  'error.database-url.port': 'the port is not a number from 1 to 65535',
  'error.database-url.database': 'it names no database',
  'error.database-url.parameter': 'the parameter {name} is not known, or stands there twice',
  'error.database-insecure':
    '{server} would be reached with sslmode={mode}, which does not prove who answers. Write sslmode=verify-full in {setting}, with sslrootcert=FILE for an authority of your own. Nothing was sent.',
  'error.database-unreachable':
    'The database {server} does not answer, or ended the connection. What was acknowledged is safe. Check that it runs and can be reached, then run the command again.',
  'error.database-refused':
    'The database {server} did not let Acta in ({sqlstate}). Check the name, the password and that the database exists. Nothing was changed.',
  'error.database-tls':
    '{server} did not prove by TLS that it is the database ({reason}). Nothing was sent. Check its certificate and its name; sslrootcert=FILE names an authority of your own.',
  'error.database-permission':
    'The database {server} does not allow this to the role that Acta has there. Nothing was changed. Its owner can grant it.',
  'error.database-full':
    'The disk of the database {server} is full. What was acknowledged is safe; make room there and run the command again.',
  'error.database-too-old':
    'The database {server} runs PostgreSQL {version}; Acta needs 15 or later. Nothing was changed.',
  'error.database-busy':
    'The database {server} had no time or no place for this ({sqlstate}). Nothing of this step was kept. Run the command again.',
  'error.database-readonly':
    'The database {server} takes no changes: it is a replica, or was made read-only. Nothing was changed. Name the server that writes.',
  'error.database-unsafe':
    'The database {server} would acknowledge what a power cut takes away: its setting {name} is off. Nothing was changed. Switch it on.',
  'error.database-failed':
    'The database {server} could not do this ({sqlstate}). Nothing of this step was kept. Its log says more.',
  'error.writer-lost':
    'Another Acta has taken over writing to this vault, or the connection that held the writer’s place ended. What was acknowledged is safe; nothing more was written from here.',
  'error.keys-not-apart':
    'The keys of {server} would lie beside what they open, or nobody can tell whether they do. Nothing was changed. Name a server of another cluster in ACTA_KEYS_URL, or leave it out to keep them in a file.',
  'error.keys-kept':
    'The key server {server} keeps old copies of what is deleted ({name}), so no key there can be destroyed. Nothing was destroyed. Switch that off, then run the command again.',
  'error.rolled-back':
    'The vault is older than what this machine last saw ({size} {size|entry|entries}, {last} seen): it, or a part of it, was put back. Nothing was changed. acta verify says more.',
  'error.seen-damaged':
    'The note of what this machine last saw of the vault, {file}, is damaged; this says nothing about the vault. Nothing was changed. Put the note back from a backup, or remove it: the next acta import makes it again, and until then a vault that was put back is not found.',
  'error.pinned':
    'A reader holds {file} and its old bytes cannot be removed. Stop the other commands; the erasure is completed at the next start.',
  'error.projections-behind': 'The projections cannot be read. The ledger is not concerned. Run: acta rebuild',
  'error.folder-empty': '{file}: the folder holds no chat export (a .txt or .zip).',
  'error.file-missing': '{file}: there is no such file.',
  'error.file-unreadable': '{file}: the file cannot be read. Check its permissions.',
  'error.file-refused': '{file}: refused ({reason}).',
  'error.not-a-chat':
    '{file}: not a WhatsApp export; no line from line {line} on reads as one. Export the chat on the phone and import that. An import keeps this file whole in quarantine.',
  'error.out-exists': '{file} exists already and was left as it is. Name another place with --out.',
  'error.out-unwritable': '{file} cannot be written. Check the folder and its permissions.',
  'error.disk-full': 'The disk is full. What was acknowledged is safe; make room and run the command again.',
  'error.date-order-unclear':
    '{file}: day and month cannot be told apart: {one} begins {oneFirst}, {other} begins {otherFirst}. Nothing was imported. Say which with --date-order dmy, mdy or ymd.',
  'error.chat-unclear':
    '{file}: a conversation of this title is held, but its authors or times do not fit. Nothing was imported. Say where it belongs with --chat NAME (the same title joins it, another makes a new one).',
  'error.chat-missing': 'There is no conversation {chat}. acta chats lists them.',
  'error.chat-ambiguous': 'Several conversations have this title. Name one by its id; acta chats lists them.',
  'error.person-missing': 'There is nobody with the id {id}. acta people lists them.',
  'error.api-key-missing': 'There is no API key {id}. acta api-key list shows those that were made.',
  'error.import-missing': 'There is no import {id}.',
  'error.import-withdrawn': 'Import {id} is withdrawn already.',
  'error.record-missing': 'There is no record {seq}.',
  'error.record-erased': 'Record {seq} was erased by order. Its place in the log stays provable; what it said is gone.',
  'error.media-missing': 'Record {seq} has no media file here.',
  'error.quarantine-missing': 'Nothing stands in quarantine under {id}. acta quarantine list shows what does.',
  'error.nothing-to-erase': 'Nothing of that is held, so there is nothing to erase.',
  'error.refused': 'Refused by the rule {rule} ({reason}). Nothing was changed.',
  'error.refused.reason-missing': 'no reason is given; --reason TEXT gives one',
  'error.refused.reason-long': 'the reason has more than 1,000 characters',
  'error.factor-needed':
    'This vault has accounts, so this asks who does it: --as EMAIL --code CODE with the code that your application shows now, or the vault’s recovery code as --code alone (or ACTA_AS and ACTA_CODE). Nothing was done.',
  'error.factor-wrong':
    'Address and code do not belong together, or the code was used already. Nothing was done. Wait for the next code.',
  'error.role-missing': 'The role {role} does not hold this. Nothing was done; an owner can change roles.',
  'error.confirm-needed': 'This cannot be undone. Give the reason with --reason TEXT, or run it on a terminal.',
  'error.scan-found':
    'After erasing, {count} of the erased words still {count|stands|stand} in the vault folder. The erasure is not called done. Run acta rebuild, then the command again.',
  'error.object-damaged': 'The sealed object {object} is damaged. acta verify --deep says which records.',
  'error.object-missing':
    'The sealed object {object} is not where it was kept. Nothing was changed. Put it back from a backup of the objects.',
  'error.objects-bucket-missing':
    'The bucket that ACTA_OBJECTS_URL names does not exist. What was acknowledged is safe. Make it, or correct the name.',
  'error.objects-denied':
    'The object store does not let Acta in, or not do this ({answer}). What was acknowledged is safe. Check the credentials and the policy of the bucket.',
  'error.objects-full':
    'The object store has no room left ({answer}). What was acknowledged is safe; make room and run the command again.',
  'error.objects-lock-missing':
    'ACTA_OBJECTS_URL asks for object lock, but the bucket does not offer it. Nothing was sent. Use a bucket made with object lock, or leave lock and lockDays out.',
  'error.objects-refused':
    'The object store refused a request ({answer}). What was acknowledged is safe. Check whether it is S3-compatible and ACTA_OBJECTS_URL fits it.',
  'error.objects-unreachable':
    'The object store does not answer ({answer}). What was acknowledged is safe. Check the network and the endpoint, then run the command again.',
  'error.objects-url': 'ACTA_OBJECTS_URL cannot be used: {reason}.',
  'error.objects-url.scheme': 'it is not of the form s3://BUCKET/PREFIX?region=REGION',
  'error.objects-url.credentials':
    'it holds a credential; give that as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead',
  'error.objects-url.plain': 'the connection would not be encrypted; beyond this machine only https is used',
  'error.objects-url.parameter':
    'it may hold region, endpoint, pathStyle (true or false), lock and lockDays, and nothing else',
  'error.objects-url.bucket': 'its bucket is not a bucket name',
  'error.objects-url.prefix': 'its prefix holds something else than letters, digits, ., -, _, = and single /',
  'error.objects-url.region': 'it names no region',
  'error.objects-url.endpoint': 'its endpoint is not an http or https address',
  'error.objects-url.lock': 'lock is governance or compliance, and lockDays a number from 1 to 36500; both or neither',
  'error.record-damaged': 'Record {seq} cannot be opened. acta verify --deep says what is damaged.',
  'error.lines-lost':
    '{file}: reading and lines do not agree. Nothing was imported; the whole file stands in quarantine.',
  'error.setting-wrong':
    'The setting {setting} is not usable ({reason}). Correct it in the environment or the configuration file and start again.',
  'error.port-busy':
    'Port {port} on {host} is taken by another program, or may not be used. Choose another with ACTA_PORT.',
  'error.sandbox-failed': 'The sandbox did not start. Another program may hold its port; choose one with SANDBOX_PORT.',
  'error.server-needed': 'No server runs for this vault, so nothing can be sent. Start one with: acta serve',
  'error.query': 'The search was not run. At character {offset}: {reason}.',
  'error.query.empty': 'there is no word, phrase or filter to look for',
  'error.query.unbalanced-quote': 'this quotation mark has no partner',
  'error.query.only-minus': 'it only says what to leave out; add what to look for',
  'error.query.filter-without-value': 'the filter has no value; write it without a space, as in from:Ana',
  'error.query.unknown-person': 'nobody of this name or id is held; acta people lists them',
  'error.query.unknown-chat': 'no conversation of this title or id is held; acta chats lists them',
  'error.query.unknown-has':
    'has: takes image, video, audio, voice, document, sticker, gif, location, contact, poll, link, media, edited or deleted',
  'error.query.bad-date': 'not a date; write YYYY, YYYY-MM or YYYY-MM-DD',
  'error.query.prefix-too-short': 'two characters at least stand before *',
  'error.query.query-too-long': 'too long; 1,000 characters and 64 words and filters at most',
  'error.query.index-damaged':
    'The search index cannot be read. The ledger is not concerned. Make the index anew with: acta rebuild',
  'error.file-empty':
    '{file}: the file holds nothing. Export the chat again on the phone. An import keeps this file in quarantine.',
  'error.file-binary':
    '{file}, line {line}: not text. Export the chat again on the phone. An import keeps this file whole in quarantine.',
  'error.date-order-needed':
    '{file}: day and month cannot be told apart. Nothing was imported. Say which with --date-order dmy, mdy or ymd.',
  'error.source-changed':
    '{file}: the file changed while it was being read. Nothing is lost; run the command again when nothing writes to it.',
  'error.zip-malformed':
    '{file}: the directory of the zip cannot be read. Copy or export the chat again. An import keeps this file whole in quarantine.',
  'error.zip-truncated':
    '{file}: the zip was cut off. Copy it again from the phone, whole. An import keeps this file in quarantine as it is.',
  'error.zip-overlap':
    '{file}: parts of the zip lie over each other, as no phone writes them. It was not unpacked. acta quarantine list shows what an import kept.',
  'error.zip-bomb':
    '{file}: unpacked, the zip would grow beyond every plausible size. It was not unpacked. acta quarantine list shows what an import kept.',
  'error.zip-too-many-entries':
    '{file}: the zip has more than 200,000 files. It was not unpacked; split it. An import keeps it whole in quarantine.',
  'error.zip-path-traversal':
    '{file}: the path leads out of the zip. This file was left out, the others of the zip are read. Find out who made the zip.',
  'error.zip-name-invalid':
    '{file}: not a file name. This file was left out, the others of the zip are read. Rename it, zip it again and import that.',
  'error.zip-duplicate-name':
    '{file}: several files of the zip have this name. They were left out, the others are read. Rename them, zip them again and import that.',
  'error.zip-link':
    '{file}: a link, not a file. It was left out, the other files of the zip are read. Put the file itself in its place.',
  'error.zip-special-file':
    '{file}: neither a file nor a folder. It was left out, the other files of the zip are read.',
  'error.zip-encrypted': '{file}: encrypted. It was not read. Unpack the zip with its password and import the folder.',
  'error.zip-method-unknown':
    '{file}: compressed in a way that Acta does not read. It was left out. Unpack the zip and import the folder.',
  'error.zip-size-mismatch':
    '{file}: its size is not the one the zip states. It was not imported. Copy or export the chat again and import that.',
  'error.zip-crc-mismatch':
    '{file}: it does not match its checksum; the zip was damaged on its way. It was not imported. Copy or export the chat again and import that.',
  'error.zip-header-mismatch':
    '{file}: the zip describes it in two ways that differ. It was not imported. Export the chat again and import that.',
  'error.zip-data-damaged':
    '{file}: it cannot be unpacked; the zip is damaged. It was not imported. Copy or export the chat again and import that.',
  'error.webhook-empty':
    'The delivery holds nothing. It is kept in quarantine as it arrived. Check what stands between WhatsApp and this server.',
  'error.webhook-not-json':
    'The delivery is not JSON from byte {offset} on. It is kept in quarantine as it arrived, and can be retried after an upgrade.',
  'error.webhook-not-utf8':
    'The delivery is not UTF-8 text. It is kept in quarantine as it arrived, and can be retried after an upgrade.',
  'error.webhook-too-deep':
    'The delivery nests too deeply at byte {offset}. It is kept in quarantine as it arrived. WhatsApp writes nothing like it: check who knows the app secret.',
  'error.webhook-too-many':
    'The delivery has too many parts, from byte {offset} on. It is kept in quarantine as it arrived. WhatsApp sends nothing like it: check who knows the app secret.',
  'error.webhook-not-an-object':
    'The delivery is JSON, but no object. It is kept in quarantine as it arrived, and can be retried after an upgrade.',
  'error.webhook-unknown-object':
    'The delivery is not about a WhatsApp business account. It is kept in quarantine as it arrived. Check which products the app sends to this address.',
  'error.outgoing-invalid':
    'The message is not of a form that WhatsApp takes. Nothing was sent. Shorten or complete it and send it again.',
  'error.time-invalid':
    'A message has no valid time, so this format cannot hold it. The archive is not concerned. Use --format jsonl.',
  'error.ledger.unreadable':
    'Bytes of the vault cannot be read from the disk. Nothing was changed. Copy the vault to another disk, then run acta verify.',
  'error.ledger.record-too-large': 'A record is too large for the ledger. Nothing of this step was kept.',
  'error.ledger.page-altered':
    'The page with entry {seq} is not what was sealed. Nothing was changed. acta verify --deep lists what is concerned; a backup can bring it back.',
  'error.ledger.page-malformed':
    'A page of the ledger is damaged. Nothing was changed. acta verify --deep lists what is concerned; a backup can bring it back.',
  'error.ledger.strip-altered':
    'Sealed records near entry {seq} are not what was sealed. Nothing was changed. acta verify --deep lists them; a backup can bring them back.',
  'error.ledger.strip-malformed':
    'Sealed records of the ledger are damaged. Nothing was changed. acta verify --deep lists them; a backup can bring them back.',
  'error.ledger.key-missing':
    'The key of some records is not in the vault, and no erasure took it. Nothing was changed. Put keys.db back from a backup; acta verify --deep lists the records.',
  'error.ledger.wrapped-key-malformed':
    'A key of the vault is damaged. Nothing was changed. Put keys.db back from a backup; acta verify --deep lists its records.',
  'error.ledger.wrapped-key-refused':
    'The root key does not open a key of this vault: keys.db is damaged or of another vault. Nothing was changed. Put it back from a backup.',
  'error.ledger.recovery-code-malformed':
    'This is not a recovery code: a character is missing, too many or unknown. Nothing was changed. Check it letter by letter.',
  'error.ledger.recovery-code-checksum':
    'A character of the recovery code is mistyped. Nothing was changed. Check it letter by letter.',
  'error.ledger.sealed-root-malformed':
    'The sealed copy of the key is damaged. Nothing was changed. Put it back from a backup.',
  'error.ledger.sealed-root-refused':
    'The passphrase or recovery code does not open the key. Nothing was changed. Check it letter by letter.',
  'error.ledger.object-malformed':
    'A sealed file is damaged. Nothing was changed. acta verify --deep says which records name it; a backup can bring it back.',
  'error.ledger.object-altered':
    'A sealed file is not what was sealed. Nothing was changed. acta verify --deep says which records name it; a backup can bring it back.',
  'error.ledger.object-truncated':
    'A sealed file was cut off. Nothing was changed. acta verify --deep says which records name it; a backup can bring it back.',
  'error.ledger.size-changed':
    'The ledger grew while Acta was writing. What was acknowledged is safe. Stop the other Acta and run the command again.',
  'error.ledger.bundle-missing':
    'Commitments of the ledger are missing. Nothing was appended. acta verify lists them; a backup can bring them back.',
  'error.ledger.tile-missing':
    'Hashes of the ledger are missing. Nothing was appended. acta verify lists them; a backup can bring them back.',
  'error.ledger.root-mismatch':
    'The ledger of {size} {size|entry|entries} does not give the root that it should: something in it was altered. Nothing is appended. Keep the vault as it is and run acta verify --deep.',
  'error.ledger.log-halted':
    'The ledger has stopped, because what was read back was not what was written. What was acknowledged before is safe. Run acta verify --deep before anything else.',
  'error.ledger.checkpoint-missing':
    'The ledger has no signed checkpoint yet, so nothing can be proven from it. Import something first, or run acta verify.',
  'error.ledger.checkpoint-refused':
    'The signature of the newest checkpoint is not that of this vault. Nothing was changed. acta verify says more; a backup can bring the checkpoint back.',
  'error.ledger.checkpoint-ahead':
    'The ledger is shorter than what was signed ({size} {size|entry|entries} {size|stands|stand} here): entries are missing. Nothing was changed. acta verify lists them; a backup can bring them back.',
  'error.ledger.not-published':
    'This record is not under a signed checkpoint yet; {size} {size|entry is|entries are}. Run the command again when the writer is done.',
  'error.ledger.vkey-malformed':
    'This is not the public key of a log. It reads NAME+HASH+KEY on one line, as in log.vkey.',
  'error.internal':
    'Acta failed in a way it does not know ({kind}). Nothing acknowledged is lost. Run it again with ACTA_DEBUG=1 for the place in the code.',
} as const;

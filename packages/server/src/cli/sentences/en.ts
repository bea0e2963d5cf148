// What Acta says to a person in English. Keys and placeholders are the contract between languages: the other files have
// the same ones. A sentence says what happened, what is safe, what to do next.

import { ERRORS_EN } from './errors-en.ts';
import { LIVE_EN } from './live-en.ts';

const SAID = {
  'import.reading': 'Reading {file}',
  'import.importing': 'Importing {file}',
  'import.file':
    '{file}: {added} new, {duplicates} already held, {newVersions} new {newVersions|version|versions} ({order}, {basis})',
  'import.id': '  as import {id}; acta undo {id} takes it back',
  'import.suppressed':
    '{file}: {count} {count|entry stays away because it was|entries stay away because they were} erased by order. --readmit lets them in.',
  'import.warnings': '{file}: {count} {count|note|notes}; the first: {text}{count|| acta inspect lists all.}',
  'import.sameAs': 'The file lacks {file} of the entries held for its time; the archive lacked {held}.',
  'import.total':
    '{files} {files|file|files}, {added} new {added|entry|entries}. The ledger has {size} {size|record|records}; its root is {root}.',
  'import.truncated':
    '{file} may have been cut off: WhatsApp ends an export at about 40,000 messages without media, 10,000 with. Import an older export of the chat too; they are merged.',
  'import.askOrder':
    '{file}: day and month cannot be told apart.\n  1  {one}: from {oneFirst} to {oneLast}\n  2  {other}: from {otherFirst} to {otherLast}\nWhich one? [1/2, Enter to leave the file out] ',
  'import.askChat':
    '{file}: {count} {count|conversation|conversations} of this title {count|is|are} held. By its authors and times the file fits none of them, or several.\nTitle under which to keep it (the same title joins it; Enter leaves the file out): ',
  'vault.made':
    'A new vault stands in {dir}. Its key lies in {keys}: without the key or the recovery code nobody can read the vault, Acta included.',
  'vault.codeTerminal': 'Recovery code (shown once; write it down and keep it apart from this machine):',
  'vault.codeLater': 'Show the recovery code once with: acta key code',
  'order.DMY': 'day first',
  'order.MDY': 'month first',
  'order.YMD': 'year first',
  'order.MIXED': 'day first in one part, month first in another',
  'order.AMBIGUOUS': 'day or month first',
  'order.NONE': 'no dates',
  'basis.year-first': 'the dates begin with the year',
  'basis.field>12': 'a number above 12 proves it',
  'basis.month-name': 'months stand by name',
  'basis.media-names': 'names of media files prove it',
  'basis.legality': 'the other reading would jump back in time',
  'basis.volatility': 'the faster field is the day',
  'basis.dots': 'dates with dots read day first',
  'basis.locale-shape': 'the form of the dates shows it',
  'basis.answer': 'you said so',
  'basis.same-dates': 'both readings give the same dates',
  'basis.mixed': 'the form changes within the file',
  'basis.prior': 'likelier, not proved',
  'basis.none': 'nothing proves it',
  'inspect.head': '{path}: {platform}, {order} ({basis}), {entries} {entries|entry|entries} from {first} to {last}',
  'inspect.none': '{path}: not a chat',
  'inspect.people':
    '  {authors} {authors|author|authors}, {system} system {system|line|lines}, {calls} {calls|call|calls}, {deleted} deleted, {edited} edited',
  'inspect.media': '  media: {present} present, {omitted} left out, {missing} missing',
  'inspect.ambiguous':
    '  day and month cannot be told apart: {readings}. Import asks, or takes --date-order dmy, mdy or ymd.',
  'inspect.warning': '  {text}',
  'chats.head': 'id\tentries\tfirst\tlast\ttitle\tthrough',
  'chats.none': 'No conversation is held yet. Take one in with: acta import FILE',
  'people.head': 'id\tentries\tnames and numbers',
  'show.version': '    earlier or other state ({seq}): {text}',
  'show.deleted': '(deleted by sender)',
  'show.edited': '(edited)',
  'show.media': '[{type}: {name}, {state}]',
  'search.none': 'Nothing was found.',
  'search.suggest': 'Did you mean: {words}?',
  'search.more': 'There is more. --limit N shows more.',
  'export.done': '{count} {count|entry stands|entries stand} in {file}, {media} media {media|file|files} beside it.',
  'media.capture': '{size} bytes stand in {file}: the export as it arrived, byte for byte.',
  'media.incomplete':
    '{size} bytes stand in {file}. The export is incomplete by erasure: what was erased since is missing, the rest is as it arrived.',
  'media.done': '{size} {size|byte stands|bytes stand} in {file}.',
  'undo.done': 'Import {id} is withdrawn and hidden. Its records are erased on {date}.',
  'undo.now': 'Import {id} is withdrawn and its records are erased.',
  'erase.preview':
    'This erases {records} {records|record|records}: {entries} {entries|entry|entries} in {chats} {chats|conversation|conversations}, {objects} media {objects|file|files}. It cannot be undone.',
  'erase.identifiers': 'Known as: {names}',
  'erase.near': 'Not erased, but alike: {id} {names}',
  'erase.chat': '  {title}: {entries} {entries|entry|entries}',
  'erase.ask': 'Type ERASE to erase, anything else to leave everything as it is: ',
  'erase.left': 'Nothing was changed.',
  'erase.done':
    'Erased: {entries} {entries|record|records}, {keys} {keys|key|keys} destroyed, {pages} {pages|page|pages} rewritten, {files} {files|file|files} scanned. The certificate is record {seq}. No backup holds a key after {until}.',
  'verify.intact': 'Intact: {size} {size|entry|entries}, root {root}. {checked} checked, {erased} erased by order.',
  'verify.incomplete': 'Incomplete: {count} {count|stretch is|stretches are} missing. What is left is proven.',
  'verify.altered':
    'Altered: {count} {count|stretch is not what was sealed, or is|stretches are not what was sealed, or are} missing. Keep this vault as it is and compare it with a backup.',
  'verify.stretch': '  {what} {first}–{last}: {reason}',
  'verify.progress': 'Verifying',
  'prove.done': 'The proof of record {seq} stands in {dir}. Anyone can check it with: acta check {dir}',
  'check.intact': 'Intact: record {seq} stands in the log {origin} of {size} {size|entry|entries}.',
  'check.altered': 'Altered: the {at} does not hold ({reason}). Do not rely on this proof.',
  'log.done': 'The log of {size} {size|entry|entries} stands in {dir} in the C2SP layout.',
  'cells.missing': 'Cell {cell} is missing from this answer: {reason}',
  'cells.unmade':
    'Cell {cell} has no vault yet in {dir}. If it should have one, stop here: its chats would be taken for new.',
  'import.cell.held': '{file}: to cell {cell}, which holds the conversation',
  'import.cell.number': '{file}: to cell {cell}, by its number ({prefix}…)',
  'import.cell.home': '{file}: to cell {cell}, of the home region',
  'move.log': 'Copying the log',
  'move.objects': 'Copying objects',
  'move.fold': 'Folding',
  'move.verify': 'Verifying',
  'move.done':
    '{size} {size|entry|entries} and {objects} {objects|object|objects} moved from {from} to {to}, root {root}, intact.',
  'move.next':
    'From now on use the vault there. The one at {from} takes no records any more. It still holds all that it held, with its keys: what is erased from now on is erased there only once you remove it.',
  'move.nextShared': 'From now on use the vault there. The one at {from} takes no records any more.',
  'move.keep': 'Never remove with it what is in use from both: {what}.',
  'rebuild.done': '{records} {records|record|records} folded again in {seconds} s.',
  'rebuild.progress': 'Folding',
  'quarantine.none': 'Nothing stands in quarantine.',
  'quarantine.row': '{id}\t{reason}\t{size} bytes\t{file}',
  'quarantine.retried': '{done} understood, {left} still in quarantine.',
  'key.code': 'Recovery code (shown once; write it down and keep it apart from this machine):',
  'key.recovered': 'The key of this vault lies in {dir} again.',
  'key.rotated': 'The vault has a new key. The old key and the old recovery code open nothing any more.',
  'key.askCode': 'Recovery code: ',
  'stats.line':
    '{records} {records|record|records}, {messages} {messages|message|messages}, {chats} {chats|conversation|conversations}, {people} {people|person|people}, {erased} erased, {bytes} bytes',
  'serve.listening': 'Listening on {address}. Webhook: {address}/webhooks/whatsapp',
  'serve.refused': 'Refused {count} deliveries without a right signature.',
  'serve.failed': 'internal: {code}',
  'serve.stopped': 'Stopped; everything that was acknowledged is kept.',
  'start.title': 'Acta keeps what was said on WhatsApp, provably.',
  'start.vault':
    'The vault {dir} holds {messages} {messages|message|messages} in {chats} {chats|conversation|conversations}.',
  'start.phones': 'Phones to play with: {phones}',
  'start.next': 'Try next:',
  'start.search': 'find a word in any of its forms',
  'start.chats': 'list the conversations',
  'start.verify': 'recompute every hash and check the signature',
  'start.import': 'take in a chat of your own (its zip or txt)',
  'start.help': 'all commands',
  'help.usage': 'Usage: acta COMMAND [WORDS] [--OPTIONS]',
  'help.everywhere':
    'Everywhere: --vault DIR (or ACTA_VAULT; default ./acta-vault), --json, --help, --passphrase-file FILE (or ACTA_PASSPHRASE). The key lies in ACTA_KEYS. With several cells (ACTA_CONFIG): --cell NAME, or NAME: before an id.',
  'help.examples': 'Examples:',
  'help.inspect': 'Say what a chat export is, without keeping it',
  'help.import': 'Take chat exports in: text files, zips, folders',
  'help.undo': 'Withdraw an import; its records are erased after 30 days',
  'help.chats': 'List the conversations',
  'help.show': 'Show a conversation',
  'help.search': 'Find entries: words, "a phrase", -without, begin*, from: in: before: after: has:',
  'help.people': 'List the people with their names and numbers',
  'help.export': 'Write a conversation as text, JSON Lines or a web page',
  'help.media': 'Write the media file of an entry, or the export of an import as it arrived',
  'help.verify': 'Check that nothing was changed, lost or added',
  'help.prove': 'Write the proof of one record, for a stranger',
  'help.check': 'Check such a proof; no vault is needed',
  'help.export-log': 'Write the whole log in the C2SP layout',
  'help.erase': 'Forget a person, a conversation or single entries',
  'help.rebuild': 'Drop every projection and fold the ledger again',
  'help.move': 'Move the vault to PostgreSQL or to a folder, verified on arrival',
  'help.quarantine': 'See what could not be understood; try it again',
  'help.key': 'Show the recovery code once, recover or rotate the key',
  'help.stats': 'Count everything',
  'help.serve': 'Keep the vault open: take deliveries of the WhatsApp platform in, answer programs',
  'help.start': 'Start Acta: make the vault where there is none, and serve it; with --demo beside phones to play with',
  'warning.count': '{text} ({count} times in all)',
  'warning.empty': 'The file holds nothing.',
  'warning.not-a-chat': 'No line reads as one of a WhatsApp export.',
  'warning.binary': 'The file is not text.',
  'warning.utf-16': 'The text is UTF-16 instead of UTF-8; it is read as such.',
  'warning.invalid-utf8': 'Line {line} holds bytes that are not UTF-8; they show as � and are kept as they arrived.',
  'warning.control-characters': 'Line {line} holds control characters; they are kept and shown as codes.',
  'warning.preamble': 'Line {line} stands before the first entry and has no date; it is kept as it stands.',
  'warning.pasted-header':
    'Line {line} looks like the start of a message but does not fit the file; it is read as text of the message before.',
  'warning.impossible-date': 'Line {line} has a date that does not exist; it is read as text of the message before.',
  'warning.date-before-2009': 'Line {line} is dated before 2009, when WhatsApp began. Compare it with the phone.',
  'warning.date-in-future': 'Line {line} is dated in the future. Compare it with the phone, and the date order too.',
  'warning.date-order-ambiguous': 'Day and month cannot be told apart. --date-order dmy, mdy or ymd settles it.',
  'warning.date-order-mixed': 'The file has several date orders; each stretch is read by its own.',
  'warning.answer-contradicted':
    'The dates of the file rule out the order of --date-order; the order they allow is used.',
  'warning.calendar-converted':
    'From line {line} on, years are of another calendar; they are converted to the Gregorian one.',
  'warning.unknown-day-period':
    'Line {line} has an unknown word beside the time; hours are read as they stand. Compare them with the phone.',
  'warning.backward-jump':
    'Line {line} is more than a day earlier than the entry before it; the order of the file stays.',
  'warning.oversize-text': 'Line {line} begins a message of more than 1 MiB; it is kept whole, its start as text.',
  'warning.many-authors':
    'From line {line} on there are more than 2,000 authors; the report lists the first 2,000, all messages are read.',
  'warning.possibly-truncated':
    'The file may have been cut off: WhatsApp ends an export at about 40,000 messages without media, 10,000 with.',
} as const;

/** Every sentence. */
export const EN: typeof SAID & typeof ERRORS_EN & typeof LIVE_EN = { ...SAID, ...ERRORS_EN, ...LIVE_EN };

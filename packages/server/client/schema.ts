// Generated from the description of the interface (OpenAPI 3.1) by `npm run client`; not to be edited.

export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys of programs that are in force, and those that were
         * @description Scope: `staff:read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * A new key for a program
         * @description Scope: `admin`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a key out of force, at once
         * @description Scope: `admin`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Everybody’s with the scope `read:audit`, else one’s own. Scope: `read:own-audit`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, all of it, as a file
         * @description Scope: `export`.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replies that are kept to be used again
         * @description Scope: `read:conversations`.
         */
        get: operations["listCannedReplies"];
        put?: never;
        /**
         * Keep a reply
         * @description Scope: `settings`.
         */
        post: operations["addCannedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a reply
         * @description Scope: `settings`.
         */
        put: operations["changeCannedReply"];
        post?: never;
        /**
         * Take a reply out of use
         * @description Scope: `settings`.
         */
        delete: operations["removeCannedReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The message templates of the account that a channel belongs to
         * @description Asked of the platform now; nothing of it is kept. Scope: `send`.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is set of the connection to the platform, and what was seen of it
         * @description Scope: `admin`.
         */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connection/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reach the webhook from outside, and ask the platform about a number
         * @description Scope: `admin`.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations, newest first
         * @description The last message is shown to keys that may read messages. Scope: `read:conversations`.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation
         * @description Scope: `read:conversations`.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a conversation to somebody, to a team, or to nobody
         * @description Scope: `work`.
         */
        put: operations["assignConversation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Close a conversation until the other side writes
         * @description Scope: `work`.
         */
        put: operations["closeConversation"];
        post?: never;
        /**
         * Open a closed conversation
         * @description Scope: `work`.
         */
        delete: operations["reopenConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one has not sent
         * @description Scope: `work`.
         */
        get: operations["getDraft"];
        /**
         * Keep what one has not sent, for one’s other devices
         * @description In memory alone, until the server stops. Empty: forgotten. Scope: `work`.
         */
        put: operations["keepDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/labels/{label}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a label on a conversation
         * @description Scope: `work`.
         */
        put: operations["putLabel"];
        post?: never;
        /**
         * Take a label off a conversation
         * @description Scope: `work`.
         */
        delete: operations["takeLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of a conversation
         * @description In the order of time: the newest; or, with `before` (the `older` of a page), those before it; with `after` (its `newer`) those behind it; with `from` those from a wall time on; with `around` an entry and those beside it. Scope: `read:messages`.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message
         * @description Answered when it stands on record that it is to be sent; follow it by its id. It is sent at most once: where the answer of the platform is lost it stays `unknown` until a status tells. Scope: `send`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What colleagues wrote beside a conversation, the newest first
         * @description Scope: `read:messages`.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Write a note that the customer does not see
         * @description Scope: `work`.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one looks at a conversation, and learn who else does
         * @description To be said again every ten seconds. Only people are seen; a program learns and is not. Scope: `read:conversations`.
         */
        post: operations["tellPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that one has read a conversation
         * @description The customer is told where the settings say so. Scope: `work`.
         */
        put: operations["markConversationRead"];
        post?: never;
        /**
         * Keep a conversation as unread for oneself
         * @description Scope: `work`.
         */
        delete: operations["markConversationUnread"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a conversation rest until a time, or until the other side writes
         * @description Scope: `work`.
         */
        put: operations["snoozeConversation"];
        post?: never;
        /**
         * End a conversation’s rest
         * @description Scope: `work`.
         */
        delete: operations["wakeConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/window": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a conversation may be answered freely, and until when
         * @description Scope: `send`.
         */
        get: operations["getSendingWindow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has a conversation, its labels, and whether it rests
         * @description Scope: `read:conversations`.
         */
        get: operations["getConversationWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A delivery of the platform
         * @description What it says is read by the records of its pieces; the bytes by `acta delivery ID --out FILE`. Scope: `admin`.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An entry with its text and its proof, as files in a zip
         * @description The files are those of `acta prove`; `acta check` checks them. Scope: `export`.
         */
        get: operations["getEntryEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof of an entry, to be checked by whoever asks
         * @description With the record and its salt for whoever may read it. Scope: `prove`.
         */
        get: operations["getEntryProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erases people with all that is theirs, for ever
         * @description `records` is what the preview counted; another count now is refused. Scope: `erase`.
         */
        post: operations["erasePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What erasing these people would take; nothing is changed
         * @description Scope: `erase`.
         */
        post: operations["previewErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in order
         * @description Events behind `after`; go on with `next`. With `wait` the answer comes with the next event, or empty after so many seconds. With `Accept: text/event-stream` a stream: `id` is the seq, `Last-Event-ID` goes on behind it, comments keep it alive. Messages come with their content to keys that may read messages. Kinds: `message` (Something was said in a conversation, or is to be sent.) `message.edited` (A message was changed; `message` is the one it belongs to.) `message.deleted` (A message was taken back by its sender. What it said stays on record.) `message.status` (How far a message got: `state`, and `code` where it failed.) `message.reaction` (An emoji was set on a message; without `emoji` it was taken away.) `message.media` (The file of a message was fetched, or could not be: `state`, `reason`.) `message.flagged` (A message does not keep rules of input: `rules`.) `message.sending` (What came of a message that was to be sent: `state`, `reason`, `code`.) `conversation.opened` (A number of the business and another side came together in a conversation.) `conversation.work` (Somebody worked at a conversation: `state` says what (assign, label, unlabel, snooze, wake, close, reopen, read, unread, note).) `person.preference` (A person wishes (`value` resume) or does not wish (stop) messages of a `category`.) `person.merged` (`person` and `into` are one.) `person.split` (A merge (`of`) was wrong: they are two again.) `person.changed` (A field that the business keeps of a `person` was changed: `field`.) `platform.event` (The platform told of a template, an account, its quality or something else: `field`, `name`.) `import.completed` (An export was taken in: `import`, `count` entries.) `import.withdrawn` (An import was taken back and is not shown any more.) `erased` (Records were erased for good: those of `erased` must be forgotten by whoever copied them.) Scope: `read:events`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fields that the business keeps of people
         * @description Scope: `read:people`.
         */
        get: operations["listFields"];
        put?: never;
        /**
         * Defines a field of people
         * @description Scope: `admin`.
         */
        post: operations["makeField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a field or its rule
         * @description Values that do not keep the rule stay, and show what they break. Scope: `admin`.
         */
        put: operations["changeField"];
        post?: never;
        /**
         * Takes a field out of use
         * @description What it says of people stays on record and is shown no more. Scope: `admin`.
         */
        delete: operations["removeField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields/{key}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lists the values that would not keep a rule; nothing is changed
         * @description Scope: `admin`.
         */
        post: operations["tryFieldRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the platform stopped, and nobody has lifted
         * @description Scope: `send`.
         */
        get: operations["listHalts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halts/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let go on what was stopped
         * @description After its cause was dealt with: what the platform refuses again is stopped again. Scope: `admin`.
         */
        post: operations["liftHalt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Outbound webhooks
         * @description Scope: `hooks`.
         */
        get: operations["listHooks"];
        put?: never;
        /**
         * Name an address that is told of events
         * @description Each request carries `acta-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>" under the secret>` and a batch `{hook, events}` in order; an answer of 2xx takes it. What is not taken is tried for 36 hours. It begins with what happens from now on. With `content` (needs the scope `read:messages`) messages come with what they say. Scope: `hooks`.
         */
        post: operations["createHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an outbound webhook back
         * @description Scope: `hooks`.
         */
        delete: operations["deleteHook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an outbound webhook again
         * @description Of every event behind `after`, in order. Scope: `hooks`.
         */
        post: operations["replayHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that are brought, and what was taken in
         * @description Scope: `import`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Begin to bring a file, or go on with it
         * @description The same file of the same person goes on where it was: `receivedBytes` says from where. Scope: `import`.
         */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file, with all that is in it
         * @description Scope: `import`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Forget a file, or stop it
         * @description One that is being taken in stops, and what it brought is withdrawn; any other is forgotten. Scope: `import`.
         */
        delete: operations["endImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{key}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what only a person can of one of its chats
         * @description The order of its dates, who of its authors is our own side, which conversation it belongs to. Scope: `import`.
         */
        post: operations["answerImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{key}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next bytes of a file
         * @description What lies behind its announced size is not taken. Once it is whole it is looked into. Scope: `import`.
         */
        post: operations["bringImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{key}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a file in, after those before it
         * @description Scope: `import`.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far each file is, in numbers alone
         * @description Scope: `import`.
         */
        get: operations["importProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/recorded/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an import: what it alone brought is shown no more, and erased after thirty days
         * @description Scope: `erase`.
         */
        post: operations["withdrawImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/recorded/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What withdrawing an import would take
         * @description Scope: `import`.
         */
        get: operations["previewWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations to be worked through
         * @description An agent is shown their own, their team’s, and those that are nobody’s yet. Scope: `read:conversations`.
         */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give, label, rest or close many conversations
         * @description At most 5000 at once. Conversations that are another’s are left as they are. Scope: `work`.
         */
        post: operations["workAtMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/acts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an act at many conversations would change
         * @description Scope: `work`.
         */
        post: operations["previewWorkAtMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/acts/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back what one’s own act at many conversations changed
         * @description For a quarter of an hour, once, and not where somebody has changed it since. Scope: `work`.
         */
        post: operations["undoWorkAtMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works here, and the teams
         * @description Scope: `read:conversations`.
         */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations are open in each tab, and how many wait
         * @description Scope: `read:conversations`.
         */
        get: operations["countInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the inbox behaves
         * @description Scope: `read:conversations`.
         */
        get: operations["getInboxSettings"];
        /**
         * Change how the inbox behaves, for everybody
         * @description Scope: `settings`.
         */
        put: operations["changeInboxSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How large the ledger is, what signs for it, and what its last check came to
         * @description Scope: `read:integrity`.
         */
        get: operations["getIntegrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the check under way is, and what the last one found
         * @description Scope: `read:integrity`.
         */
        get: operations["getCheck"];
        put?: never;
        /**
         * Begins a check of the ledger, unless one is under way
         * @description Its verdict is a record of kind `check`. Scope: `verify`.
         */
        post: operations["verifyLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks of the ledger, newest first
         * @description Scope: `read:integrity`.
         */
        get: operations["listChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the ledger grew
         * @description Scope: `read:integrity`.
         */
        get: operations["getGrowth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations that stand
         * @description Scope: `staff:read`.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invites somebody by a link, which is shown once
         * @description Scope: `staff`.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes an invitation back
         * @description Scope: `staff`.
         */
        delete: operations["uninvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Labels of conversations
         * @description Scope: `read:conversations`.
         */
        get: operations["listLabels"];
        put?: never;
        /**
         * Define a label
         * @description Scope: `settings`.
         */
        post: operations["addLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a label’s name or colour
         * @description Scope: `settings`.
         */
        put: operations["changeLabel"];
        post?: never;
        /**
         * Take a label out of use, and off every conversation
         * @description Scope: `settings`.
         */
        delete: operations["removeLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a file that is to be sent
         * @description The body is the file, its media type stands in `content-type`. A message of the same key names it by its `sha256`, as often as it likes, until it is forgotten. The same bytes again are the same file. Scope: `send`.
         */
        post: operations["uploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of a message, or a range of it
         * @description By the id of the message. Scope: `read:media`.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch the file of a message again
         * @description Scope: `read:media`.
         */
        post: operations["retryMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A small picture of the file of a message
         * @description Scope: `read:media`.
         */
        get: operations["getThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a merge back: they are two again
         * @description Scope: `merge`.
         */
        post: operations["splitPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message
         * @description A version of a message has the message it belongs to for its answer. Scope: `read:messages`.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open what a sender deleted
         * @description The reason stands on record with who opened it and when. Scope: `read:deleted`.
         */
        post: operations["openDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a message as read, and every one before it
         * @description Scope: `send`.
         */
        post: operations["markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People, in the order in which they came to be known
         * @description With `q` those whose name or field of the business holds it, or whose number does. Scope: `read:people`.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person
         * @description Somebody who was taken for another is shown as that one. Scope: `read:people`.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that two are not the same, so that it is not offered again
         * @description Scope: `merge`.
         */
        post: operations["keepPeopleApart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a person writes, the latest first
         * @description As far as the conversations are the caller’s to see. Scope: `read:people`.
         */
        get: operations["personConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the business keeps of a person
         * @description Scope: `read:people`.
         */
        get: operations["personFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes what a field of a person says
         * @description Without values it is empty. Every change is a version. Scope: `write:people`.
         */
        put: operations["changePersonField"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/fields/{key}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an earlier version of a field the newest again
         * @description The rule of today decides whether it may say that. Scope: `write:people`.
         */
        post: operations["rollBackPersonField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that changed about a person, newest first
         * @description Scope: `read:people`.
         */
        get: operations["personHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may be the same person
         * @description By one line in two writings (Mexico, Brazil, Argentina), or one name. Only offered. Scope: `read:people`.
         */
        get: operations["personMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes two people for one
         * @description A split takes it back. Scope: `merge`.
         */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts tags on people, or takes them off
         * @description Answers with those of whom something changed; the reverse act undoes it for them. Scope: `write:people`.
         */
        post: operations["tagPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Broken rules by rule, source and week, worst first
         * @description Scope: `read:quality`.
         */
        get: operations["getQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records that break rules, newest first
         * @description Scope: `read:quality`.
         */
        get: operations["listFlaggedRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What could not be understood, with the reasons
         * @description Scope: `quarantine`.
         */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries again to understand what stands in quarantine
         * @description Scope: `quarantine`.
         */
        post: operations["retryQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find messages
         * @description Words, "phrases", -minus, prefix*, from:, in:, before:, after:, has:. Scope: `search`.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/self": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes one’s own name
         * @description Scope: `self`.
         */
        patch: operations["changeOwnName"];
        trace?: never;
    };
    "/api/v1/self/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the console is to be for whoever asks
         * @description Scope: `self`.
         */
        get: operations["getOwnSettings"];
        /**
         * Keeps how the console is to be
         * @description Scope: `self`.
         */
        put: operations["keepOwnSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own sessions, or everybody’s
         * @description Scope: `self`.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a session: one’s own, or another’s for who manages staff
         * @description Scope: `self`.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/single-sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is set of single sign-on, and whether the provider answers now
         * @description Scope: `staff:read`.
         */
        get: operations["getSingleSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who signs in, or did
         * @description Scope: `staff:read`.
         */
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a role, a team, a name, or an auditor’s grant
         * @description Scope: `staff`.
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/v1/staff/{key}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends somebody’s access: sessions, factors, password, and the keys they made; hands their conversations over
         * @description Scope: `staff`.
         */
        post: operations["memberLeaves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{key}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes somebody’s link to the provider away, and ends the sessions that it began
         * @description Scope: `staff`.
         */
        delete: operations["unlinkMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much there is of everything
         * @description Scope: `read:quality`.
         */
        get: operations["getStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vault/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a recovery code was ever shown
         * @description Scope: `staff:read`.
         */
        get: operations["getRecovery"];
        put?: never;
        /**
         * A new recovery code; the one before opens nothing any more
         * @description Scope: `admin`.
         */
        post: operations["renewRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Acts: {
            /** @description With the first page: everybody who ever did something. */
            actors?: {
                /** @description `user:<id>`, `api-key:<id>`, `system:<name>`. */
                id: string;
                /** @description Of a member or a key. */
                name?: string;
            }[];
            /** @description With the first page, where nothing was asked for in `what`. */
            count?: {
                refused: number;
                total: number;
            };
            items: {
                /** @description How many it names. */
                about: {
                    conversations: number;
                    entries: number;
                    people: number;
                };
                actor: {
                    /** @description `user:<id>`, `api-key:<id>`, `system:<name>`. */
                    id: string;
                    /** @description Of a member or a key. */
                    name?: string;
                };
                at: string;
                check?: {
                    checked: number;
                    deep: boolean;
                    size: number;
                    tookMs: number;
                    /** @enum {string} */
                    verdict: "intact" | "incomplete" | "altered";
                };
                /** @description At most five; with their titles for who may see them. */
                conversations: {
                    id: number;
                    name?: string;
                }[];
                count?: number;
                /** @description A command, an operation of this interface as `api-…`, or a kind of record. */
                did: string;
                /** @description At most five. */
                entries: number[];
                entry: number;
                /** @description The address from which it was asked. */
                from?: string;
                /** @enum {string} */
                outcome: "done" | "refused" | "failed";
                /** @description At most five; with their names for who may see them. */
                people: {
                    id: number;
                    name?: string;
                }[];
                reason?: string;
                /** @description Which rule refused it. */
                rule?: string;
            }[];
            /** @description Opaque; goes back as it came. */
            next?: string;
        };
        ApiKey: {
            /** @description Who made it. */
            by: string;
            createdAt: string;
            expiresAt?: string;
            id: number;
            name: string;
            scopes: string[];
            /** @enum {string} */
            state: "in-force" | "expired" | "revoked";
        };
        CannedReplies: {
            items: components["schemas"]["CannedReply"][];
        };
        CannedReply: {
            id: number;
            name: string;
            text: string;
        };
        Checks: {
            items: {
                actor: string;
                altered: number;
                at: string;
                checked: number;
                /** @description Every record was opened, and every object looked at. */
                deep: boolean;
                entry: number;
                erased: number;
                from?: string;
                missing: number;
                size: number;
                tookMs: number;
                /** @enum {string} */
                verdict: "intact" | "incomplete" | "altered";
            }[];
        };
        CheckUnderWay: {
            /** @description The last check could not be carried out. */
            failed: boolean;
            /** @description Of the last check since the server started. */
            findings: {
                first: number;
                last: number;
                reason: string;
                what: string;
            }[];
            running?: {
                deep: boolean;
                done: number;
                startedAt: string;
                total: number;
            };
        };
        /** @description `works`: conversations may be assigned to them. */
        Colleague: {
            id: string;
            name: string;
            team?: string;
            works: boolean;
        };
        Colleagues: {
            items: components["schemas"]["Colleague"][];
            teams: string[];
        };
        Connection: {
            apiHost: string;
            /** @description How many are set. */
            appSecrets: number;
            callbackPath: string;
            /** @description Absent where no public address is set. */
            callbackUrl?: string;
            deliveredAt?: string;
            handshakeAt?: string;
            /** @description For numbers that have none of their own. */
            hasAccessToken: boolean;
            hasVerifyToken: boolean;
            isDemo: boolean;
            /** @description Numbers that were met. */
            numbers: {
                display?: string;
                /** @description phone_number_id */
                id: string;
            }[];
            /** @description Numbers that have one of their own. */
            ownTokens: string[];
            /** @description Deliveries with a wrong signature since the server began. */
            refusals: number;
            refusedAt?: string;
            /** @description Handshakes with another verify token since the server began. */
            strangers: number;
        };
        ConnectionCheck: {
            number?: {
                cause?: string;
                /** @description The platform's. */
                code?: number;
                display?: string;
                id: string;
                limit?: string;
                quality?: string;
                /** @enum {string} */
                state: "known" | "no-token" | "wrong-token" | "unknown-number" | "not-allowed" | "refused" | "unreachable";
                status?: string;
                verifiedName?: string;
            };
            webhook: {
                /** @description Code of the network. */
                cause?: string;
                /** @enum {string} */
                state: "answers" | "no-address" | "no-https" | "no-verify-token" | "differs" | "unreachable";
                status?: number;
            };
        };
        Conversation: {
            channels: {
                display?: string;
                /** @description Channel */
                id: number;
                number: string;
            }[];
            counts: {
                calls: number;
                deleted: number;
                messages: number;
                system: number;
            };
            /** @description Conversation */
            id: number;
            /** @enum {string} */
            kind: "direct" | "group";
            lastMessage?: components["schemas"]["Message"];
            /** @description Person on the other side */
            peer?: number;
            title: string;
        };
        Conversations: {
            items: components["schemas"]["Conversation"][];
            /** @description Opaque; goes back as it came. */
            next?: string;
        };
        ConversationWork: {
            /** @description Account id. */
            assignee?: string;
            conversation: number;
            /** @description Ids of labels. */
            labels: number[];
            snoozedUntil?: string;
            /** @enum {string} */
            state: "open" | "snoozed" | "closed";
            team?: string;
            unread: number;
        };
        Delivery: {
            /** @description Delivery */
            id: number;
            /** @description The records that hold it; one without a kind was erased or stayed away. */
            pieces: {
                kind?: string;
                seq: number;
            }[];
            receivedAt: string;
            /** @description Of the body as it arrived, hex. */
            sha256: string;
            /** @description It was right when it arrived, by the first or the second secret. */
            signature: {
                hex: string;
                secret: number;
            };
            sizeBytes: number;
            /**
             * @description `complete`: it still hashes to what arrived. `incomplete`: pieces were erased by order.
             * @enum {string}
             */
            verdict: "complete" | "incomplete" | "damaged";
        };
        Done: {
            done: boolean;
        };
        EntryProof: {
            /** @enum {string} */
            came?: "export" | "live" | "echo" | "history" | "standby" | "sent" | "here";
            /** @description Id of the cell, which goes into every commitment. */
            cell: string;
            /** @description The data of the entry. */
            commitment?: string;
            /** @description Where it was said. */
            conversation?: number;
            /** @description Its place, from 0. */
            entry: number;
            /** @description By order. */
            erased?: {
                at?: string;
                /** @description The order. */
                order: number;
            };
            /** @description Kind of record. */
            kind?: string;
            origin: string;
            /** @description c2sp.org/tlog-proof; holds no text. */
            proof?: string;
            /** @description Canonical JSON, for whoever may read it. */
            record?: string;
            /** @description When it came into the ledger. */
            recordedAt?: string;
            /** @description With the record. */
            salt?: string;
            /** @description Entries in the ledger. */
            size: number;
            /**
             * @description `under-way`: no signed checkpoint reaches it yet. `missing`: its place stands, and what was there cannot be read.
             * @enum {string}
             */
            state: "sealed" | "under-way" | "erased" | "missing";
            version?: {
                /** @description Versions. */
                count: number;
                /** @description From 1. */
                number: number;
                /** @description The first version. */
                of: number;
            };
            /** @description The key that signs checkpoints, as c2sp.org/signed-note writes it. */
            vkey: string;
        };
        ErasedHere: {
            at: string;
            count: number;
            /** @description Entry of the order. */
            order: number;
            rule: string;
            /** @enum {string} */
            scope: "person" | "chat" | "entries" | "withdrawal";
        };
        ErasureCertificate: {
            at: string;
            filesRemoved: number;
            keysDestroyed: number;
            noCopyAfter: string;
            /** @description The order */
            order: number;
            records: number;
            scannedBytes: number;
            scannedFiles: number;
            scannedFor: number;
            /** @description The certificate */
            seq: number;
        };
        ErasurePreview: {
            conversations: number;
            files: number;
            identifiers: number;
            messages: number;
            /** @description People with a like name or number, who stay. */
            nearMatches: {
                /** @description Person */
                id: number;
                names: string[];
            }[];
            people: {
                /** @description Person */
                id: number;
                identifiers: string[];
                /** @description Merge */
                merge?: number;
            }[];
            records: number;
        };
        Event: {
            /** @description When it happened, as far as that is known; otherwise when it was recorded. */
            at: string;
            category?: string;
            code?: number;
            content?: components["schemas"]["Message"];
            /** @description Conversation */
            conversation?: number;
            count?: number;
            emoji?: string;
            erased?: {
                count: number;
                first: number;
            }[];
            field?: string;
            ids?: number[];
            /** @description Import */
            import?: number;
            /** @description Person */
            into?: number;
            /** @description Message */
            message?: number;
            name?: string;
            /** @description Merge */
            of?: number;
            /** @description Person */
            person?: number;
            reason?: string;
            rules?: string[];
            scope?: string;
            /** @description Place in the ledger; the cursor */
            seq: number;
            state?: string;
            /** @enum {string} */
            type: "message" | "message.edited" | "message.deleted" | "message.status" | "message.reaction" | "message.media" | "message.flagged" | "message.sending" | "conversation.opened" | "conversation.work" | "person.preference" | "person.merged" | "person.split" | "person.changed" | "platform.event" | "import.completed" | "import.withdrawn" | "erased";
            value?: string;
        };
        Events: {
            items: components["schemas"]["Event"][];
            /** @description `after` of the next request. */
            next: number;
        };
        FailingValues: {
            count: number;
            items: {
                broken: {
                    /** @enum {string} */
                    fault: "characters" | "too-short" | "too-long" | "too-small" | "too-large" | "no-number" | "no-date" | "no-choice" | "pattern" | "template";
                    least?: number;
                    length?: number;
                    most?: number;
                    template?: string;
                };
                name?: string;
                /** @description Person */
                person: number;
                value: string;
            }[];
        };
        FieldDefinition: {
            at?: string;
            choices?: string[];
            /** @description A value that keeps the rule. */
            example?: string;
            /** @description `name`, `tags`, `note`, or an id. */
            key: string;
            /** @description Of a text its characters, of a number its value. */
            least?: number;
            /** @description How many values it takes. */
            many: number;
            most?: number;
            /** @description Over the whole value. */
            pattern?: string;
            /** @description The record that defined it last */
            seq?: number;
            /** @enum {string} */
            template?: "name" | "phone" | "email";
            title?: string;
            /** @enum {string} */
            type: "text" | "number" | "date" | "choice";
            /** @description The name of whoever did it, where that is an account here. */
            who?: string;
        };
        FlaggedRecord: {
            /** @description Conversation */
            conversation?: number;
            /** @description Message */
            entry: number;
            field: string;
            /** @description Flag */
            id: number;
            rule: string;
            source: string;
            week: string;
        };
        FlaggedRecords: {
            items: components["schemas"]["FlaggedRecord"][];
            /** @description Opaque; goes back as it came. */
            next?: string;
        };
        Found: {
            counted?: {
                /** @description Otherwise there are more. */
                all: boolean;
                conversations: number;
                messages: number;
            };
            items: components["schemas"]["Hit"][];
            more: boolean;
            /** @description Opaque; goes back as it came. */
            next?: string;
            /** @description Words that are held and near to one that is not. */
            suggestions: {
                from: string;
                to: string;
            }[];
        };
        /** @description Entries of the ledger at the end of hours. */
        Growth: {
            items: {
                at: string;
                size: number;
            }[];
        };
        Halt: {
            /**
             * @description Everything, or marketing alone.
             * @enum {string}
             */
            act: "stop-all" | "pause-campaign";
            /** @description The platform's error code. */
            code: number;
            /** @description Halt */
            id: number;
            /** @description phone_number_id of the number that was refused. */
            number: string;
            /**
             * @description `account`: no number sends.
             * @enum {string}
             */
            scope: "number" | "account";
            since: string;
        };
        Halts: {
            items: components["schemas"]["Halt"][];
        };
        Hit: {
            /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]; UTC where `zone` says so. */
            at: string;
            author?: string;
            /** @description Conversation */
            conversation: number;
            /** @description A conversation of two. */
            direct: boolean;
            /** @description Message, or the version of it that holds the words */
            id: number;
            media?: {
                name?: string;
                sizeBytes?: number;
                state: string;
            };
            /** @description As the business calls who wrote it, or as they go by. */
            name?: string;
            /** @description Person who wrote it */
            person?: number;
            /** @description Where it matches, in UTF-16 units. */
            ranges: {
                end: number;
                start: number;
            }[];
            text: string;
            /** @description Of the conversation. */
            title: string;
            type: string;
            /** @description Which version of the message it is, from 1; absent where there is but one. */
            version?: {
                count: number;
                number: number;
                /** @description The message it belongs to */
                of: number;
            };
            zone?: string;
        };
        Hook: {
            /** @description Messages come with what they say. */
            content: boolean;
            createdAt: string;
            /** @description Kinds of events; all where there are none. */
            events: string[];
            /** @description Webhook */
            id: number;
            /** @description Events that were given up after 36 hours. */
            missed: number;
            name: string;
            /** @description It was told of everything up to this seq, as far as that is on record. */
            upTo: number;
            url: string;
        };
        Hooks: {
            items: components["schemas"]["Hook"][];
        };
        ImportBegun: {
            key: string;
            receivedBytes: number;
            /** @enum {string} */
            state: "uploading" | "inspecting" | "question" | "ready" | "queued" | "running" | "stopping" | "done" | "stopped" | "refused" | "failed";
        };
        ImportFile: {
            addedAt: string;
            chats: {
                answers: {
                    /** @enum {string} */
                    dateOrder?: "DMY" | "MDY" | "YMD";
                    /** @description The author who is our own side; empty for nobody. */
                    me?: string;
                    /** @description Title or id of its conversation. */
                    title?: string;
                };
                authors: string[];
                conversation?: number;
                counts?: {
                    added: number;
                    newVersions: number;
                    same: number;
                };
                days: number;
                deleted: number;
                edited: number;
                /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                first?: string;
                isGroup: boolean;
                /** @description The very same file was taken in before. */
                isSame: boolean;
                isTruncated: boolean;
                /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                last?: string;
                me?: string;
                media: {
                    missing: number;
                    omitted: number;
                    present: number;
                };
                messages: number;
                missingNames: string[];
                newPeople: string[];
                /** @enum {string} */
                platform: "android" | "ios" | "old";
                /** @description What only a person can say, before it can be taken in. */
                question?: {
                    count?: number;
                    /** @enum {string} */
                    kind: "dates" | "me" | "conversation";
                    names?: string[];
                    readings?: {
                        counts?: {
                            added: number;
                            newVersions: number;
                            same: number;
                        };
                        days: number;
                        examples: {
                            /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                            at: string;
                            raw: string;
                        }[];
                        /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                        first: string;
                        /** @description Its dates lie much closer together than those of the other one. */
                        isLikely: boolean;
                        /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                        last: string;
                        /** @enum {string} */
                        order: "DMY" | "MDY" | "YMD";
                    }[];
                };
                sameBy?: {
                    crossed: number;
                    exact: number;
                    withinMinute: number;
                };
                stayingAway: number;
                title: string;
                warnings: {
                    code: string;
                    count?: number;
                    line: number;
                }[];
            }[];
            /** @description Code of what went wrong. */
            error?: string;
            key: string;
            name: string;
            outcome?: {
                added: number;
                imports: {
                    conversation: number;
                    id: number;
                }[];
                newVersions: number;
                quarantined: number;
                same: number;
                suppressed: number;
            };
            progress?: {
                done: number;
                leftSeconds?: number;
                perSecond: number;
                total: number;
                /** @enum {string} */
                unit: "bytes" | "messages";
            };
            receivedBytes: number;
            refusedParts: {
                code: string;
                file: string;
            }[];
            sizeBytes: number;
            /** @enum {string} */
            state: "uploading" | "inspecting" | "question" | "ready" | "queued" | "running" | "stopping" | "done" | "stopped" | "refused" | "failed";
        };
        ImportFiles: {
            items: {
                addedAt: string;
                chats: {
                    answers: {
                        /** @enum {string} */
                        dateOrder?: "DMY" | "MDY" | "YMD";
                        /** @description The author who is our own side; empty for nobody. */
                        me?: string;
                        /** @description Title or id of its conversation. */
                        title?: string;
                    };
                    authors: string[];
                    conversation?: number;
                    counts?: {
                        added: number;
                        newVersions: number;
                        same: number;
                    };
                    days: number;
                    deleted: number;
                    edited: number;
                    /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                    first?: string;
                    isGroup: boolean;
                    /** @description The very same file was taken in before. */
                    isSame: boolean;
                    isTruncated: boolean;
                    /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                    last?: string;
                    me?: string;
                    media: {
                        missing: number;
                        omitted: number;
                        present: number;
                    };
                    messages: number;
                    missingNames: string[];
                    newPeople: string[];
                    /** @enum {string} */
                    platform: "android" | "ios" | "old";
                    /** @description What only a person can say, before it can be taken in. */
                    question?: {
                        count?: number;
                        /** @enum {string} */
                        kind: "dates" | "me" | "conversation";
                        names?: string[];
                        readings?: {
                            counts?: {
                                added: number;
                                newVersions: number;
                                same: number;
                            };
                            days: number;
                            examples: {
                                /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                                at: string;
                                raw: string;
                            }[];
                            /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                            first: string;
                            /** @description Its dates lie much closer together than those of the other one. */
                            isLikely: boolean;
                            /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]. */
                            last: string;
                            /** @enum {string} */
                            order: "DMY" | "MDY" | "YMD";
                        }[];
                    };
                    sameBy?: {
                        crossed: number;
                        exact: number;
                        withinMinute: number;
                    };
                    stayingAway: number;
                    title: string;
                    warnings: {
                        code: string;
                        count?: number;
                        line: number;
                    }[];
                }[];
                /** @description Code of what went wrong. */
                error?: string;
                key: string;
                name: string;
                outcome?: {
                    added: number;
                    imports: {
                        conversation: number;
                        id: number;
                    }[];
                    newVersions: number;
                    quarantined: number;
                    same: number;
                    suppressed: number;
                };
                progress?: {
                    done: number;
                    leftSeconds?: number;
                    perSecond: number;
                    total: number;
                    /** @enum {string} */
                    unit: "bytes" | "messages";
                };
                receivedBytes: number;
                refusedParts: {
                    code: string;
                    file: string;
                }[];
                sizeBytes: number;
                /** @enum {string} */
                state: "uploading" | "inspecting" | "question" | "ready" | "queued" | "running" | "stopping" | "done" | "stopped" | "refused" | "failed";
            }[];
            /** @description Files that were on their way when an earlier process ended; nothing is kept. */
            lost: number;
            recorded: {
                added: number;
                conversation: number;
                entries: number;
                erasedFrom?: string;
                file: string;
                id: number;
                newVersions: number;
                recordedAt: string;
                same: number;
                /** @enum {string} */
                state: "interrupted" | "open" | "done" | "withdrawn";
                /** @description Of the conversation. */
                title?: string;
            }[];
        };
        ImportProgress: {
            items: {
                key: string;
                progress?: {
                    done: number;
                    leftSeconds?: number;
                    perSecond: number;
                    total: number;
                    /** @enum {string} */
                    unit: "bytes" | "messages";
                };
                /** @enum {string} */
                state: "uploading" | "inspecting" | "question" | "ready" | "queued" | "running" | "stopping" | "done" | "stopped" | "refused" | "failed";
            }[];
        };
        ImportWithdrawal: {
            conversations: {
                id: number;
                messages: number;
                title: string;
            }[];
            /** @description That would go; what another import brought too stays. */
            messages: number;
            objects: number;
        };
        Inbox: {
            counts: components["schemas"]["InboxCounts"];
            items: components["schemas"]["InboxRow"][];
            next?: string;
        };
        InboxCounts: {
            all: {
                open: number;
                snoozed: number;
                waiting: number;
            };
            mine: {
                open: number;
                snoozed: number;
                waiting: number;
            };
            team: {
                open: number;
                snoozed: number;
                waiting: number;
            };
            unassigned: {
                open: number;
                snoozed: number;
                waiting: number;
            };
        };
        InboxRow: {
            /** @description Account id. */
            assignee?: string;
            /** @description The beginning of what who asks has not sent. */
            draft?: string;
            failure?: {
                code?: number;
                reason?: string;
            };
            id: number;
            /** @enum {string} */
            kind: "direct" | "group";
            /** @description Ids of labels. */
            labels: number[];
            last?: {
                at: string;
                author?: string;
                /** @enum {string} */
                direction: "in" | "out" | "none";
                durationMs?: number;
                file?: string;
                id: number;
                kind: string;
                /** @description How far it got. */
                state?: string;
                /** @description Its beginning. */
                text: string;
                type: string;
            };
            /** @description Of an export: by its own clock, without a zone. */
            lastAt: string;
            /** @description Person on the other side. */
            peer?: number;
            snoozedUntil?: string;
            /** @enum {string} */
            state: "open" | "snoozed" | "closed";
            team?: string;
            title: string;
            /** @description Unread by who asks, and not answered by anybody. */
            unread: number;
            waitingSince?: string;
            /** @description When a free reply is over, or was. */
            windowClosesAt?: string;
        };
        InboxSettings: {
            /** @description What messages cost, as the owner says. */
            prices: {
                amount: string;
                /** @enum {string} */
                category: "service" | "utility" | "marketing" | "authentication";
                currency: string;
                prefix: string;
            }[];
            /** @description Whether customers are told that their messages were read. */
            readReceipts: boolean;
        };
        Integrity: {
            /** @description The newest. */
            checkpoint?: {
                /** @description As it was signed. */
                note: string;
                root: string;
                size: number;
            };
            /** @description Entries erased by order. */
            erased: number;
            last?: {
                actor: string;
                altered: number;
                at: string;
                checked: number;
                /** @description Every record was opened, and every object looked at. */
                deep: boolean;
                entry: number;
                erased: number;
                from?: string;
                missing: number;
                size: number;
                tookMs: number;
                /** @enum {string} */
                verdict: "intact" | "incomplete" | "altered";
            };
            origin: string;
            size: number;
            /** @description Bytes. */
            storage: {
                index: number;
                log: number;
                objects: number;
                pages: number;
                projections: number;
                total: number;
            };
            vkey: string;
        };
        Intended: {
            /** @description The message; its `sending` tells how far it got. */
            id: number;
            /** @description False where the same request had been made before. */
            isNew: boolean;
            /** @description The rule that let it go. */
            rule: string;
            waits?: {
                reason: string;
                /** @description Milliseconds since 1970. */
                untilMs: number;
            };
            warnings: {
                /** @enum {string} */
                confidence: "high" | "low";
                end: number;
                rule: string;
                start: number;
            }[];
        };
        Invitation: {
            email: string;
            expiresAt: string;
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "compliance" | "auditor" | "agent" | "analyst";
            team?: string;
        };
        Label: {
            colour: number;
            id: number;
            name: string;
        };
        Labels: {
            items: components["schemas"]["Label"][];
        };
        ManyDone: {
            changes: number;
            /** @description That were meant. */
            conversations: number;
            /** @description That are more than one act changes. */
            left: number;
            notYours: number;
            /** @description That stand so already, or were changed since. */
            unchanged: number;
            /** @description To be given to undo it. */
            undo?: number;
        };
        ManyPlanned: {
            changes: number;
            /** @description That were meant. */
            conversations: number;
            /** @description That are more than one act changes. */
            left: number;
            notYours: number;
            /** @description Of those that change: assigned to somebody else. */
            taken: number;
            /** @description That stand so already, or were changed since. */
            unchanged: number;
            /** @description Of those that change: where somebody waits for an answer. */
            waiting: number;
        };
        Media: {
            durationMs?: number;
            mime?: string;
            name?: string;
            /** @description Why it is missing. */
            reason?: string;
            sha256?: string;
            sizeBytes?: number;
            /** @enum {string} */
            state: "present" | "omitted" | "missing";
            thumbnail: boolean;
        };
        Member: {
            createdAt: string;
            email: string;
            /** @description An application of codes is their second factor. */
            hasCode: boolean;
            /** @description An auditor who reads text. */
            hasTextGrant: boolean;
            id: string;
            left: boolean;
            /** @description To whom the account belongs at the organisation’s provider. */
            link?: {
                /** @description The address that the provider named when it was made. */
                email: string;
                linkedAt: string;
            };
            name: string;
            passkeys: number;
            /** @enum {string} */
            role: "owner" | "compliance" | "auditor" | "agent" | "analyst";
            team?: string;
        };
        Message: {
            /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]; UTC where `zone` says so. */
            at: string;
            author?: string;
            /** @description Who wrote it here: `user:<id>`, `api-key:<id>`. */
            by?: string;
            call?: {
                duration?: string;
                medium: string;
                outcome: string;
            };
            /** @description Conversation */
            conversation: number;
            /** @enum {string} */
            direction: "in" | "out" | "none";
            edited: boolean;
            /** @description What stood behind it and was erased by order. */
            erased?: components["schemas"]["ErasedHere"][];
            /** @description Rules of input that it does not keep, as rule@member. */
            flags: string[];
            /** @description Entry */
            id: number;
            /** @enum {string} */
            kind: "message" | "system" | "call" | "deleted";
            location?: {
                latitude?: string;
                live?: boolean;
                longitude?: string;
                name?: string;
                url?: string;
            };
            media?: components["schemas"]["Media"];
            /** @enum {string} */
            origin?: "live" | "echo" | "history" | "standby" | "sent";
            parts?: components["schemas"]["MessageParts"];
            /** @description Person who wrote it */
            person?: number;
            poll?: {
                options: {
                    text: string;
                    votes: number;
                }[];
                question: string;
            };
            reactions: {
                at: string;
                emoji: string;
                /** @description Person; 0 unknown */
                person: number;
            }[];
            replyTo?: {
                /** @description The answered entry, where it is held */
                id?: number;
                wamid: string;
            };
            sending?: {
                code?: number;
                reason?: string;
                /** @enum {string} */
                state: "intended" | "waiting" | "attempted" | "accepted" | "refused" | "failed" | "unknown";
            };
            state?: {
                /** @description The platform's error code. */
                code?: number;
                /** @description The furthest it got: sent, failed, delivered, read, played, deleted. */
                state: string;
                times: {
                    [key: string]: string;
                };
            };
            system?: string;
            /** @description The name of the template that it was made from. */
            template?: string;
            text: string;
            /** @description `text` is the start of a longer one. */
            truncated?: boolean;
            /** @description The platform's or the export's own type. */
            type: string;
            /** @description Everything it ever said, oldest first. */
            versions: {
                /** @description Wall time, YYYY-MM-DDTHH:MM[:SS]; UTC where `zone` says so. */
                at: string;
                /** @description Entry */
                id: number;
                /** @enum {string} */
                kind: "message" | "system" | "call" | "deleted";
                text: string;
                /** @description `text` is the start of a longer one. */
                truncated?: boolean;
            }[];
            /** @description The platform's id. */
            wamid?: string;
            /** @description The sender deleted it; what it said is opened with a reason. */
            withheld?: boolean;
            zone?: string;
        };
        MessageParts: {
            cards?: {
                addresses: {
                    city?: string;
                    country?: string;
                    countryCode?: string;
                    state?: string;
                    street?: string;
                    type?: string;
                    zip?: string;
                }[];
                birthday?: string;
                company?: string;
                department?: string;
                emails: {
                    email?: string;
                    type?: string;
                }[];
                firstName?: string;
                lastName?: string;
                middleName?: string;
                name?: string;
                phones: {
                    phone?: string;
                    type?: string;
                    waId?: string;
                }[];
                prefix?: string;
                suffix?: string;
                title?: string;
                urls: {
                    type?: string;
                    url?: string;
                }[];
            }[];
            /** @description What there is to tap in what was sent. */
            choices?: {
                description?: string;
                title: string;
                url?: string;
            }[];
            /** @enum {string} */
            forwarded?: "once" | "often";
            order?: {
                catalogId?: string;
                /** @description Decimals as they arrived. */
                items: {
                    currency?: string;
                    price?: string;
                    productId?: string;
                    quantity?: string;
                }[];
                text?: string;
            };
            product?: {
                catalogId?: string;
                productId?: string;
            };
            /** @description The advertisement or post from which the person came. */
            referral?: {
                body?: string;
                headline?: string;
                sourceType?: string;
                sourceUrl?: string;
            };
            /** @description What was tapped, chosen or filled in. */
            reply?: {
                answers?: {
                    name: string;
                    value: string;
                }[];
                description?: string;
                /** @description Seconds since 1970. */
                expiresAt?: number;
                isPermanent?: boolean;
                /** @enum {string} */
                kind: "button" | "list" | "flow" | "call-permission" | "quick-reply";
                name?: string;
                response?: string;
                title?: string;
            };
            /** @description What the platform does not hand over. */
            unsupported?: string;
        };
        Messages: {
            /** @description What stood before all of them and was erased. */
            erasedFirst?: components["schemas"]["ErasedHere"][];
            items: components["schemas"]["Message"][];
            /** @description Opaque; goes back as it came. */
            newer?: string;
            /** @description Opaque; goes back as it came. */
            older?: string;
        };
        NewHook: {
            /** @description Messages come with what they say. */
            content: boolean;
            createdAt: string;
            /** @description Kinds of events; all where there are none. */
            events: string[];
            /** @description Webhook */
            id: number;
            /** @description Events that were given up after 36 hours. */
            missed: number;
            name: string;
            /** @description Base64 of 32 bytes, the key of the signature. */
            secret: string;
            /** @description It was told of everything up to this seq, as far as that is on record. */
            upTo: number;
            url: string;
        };
        Note: {
            actor: string;
            at: string;
            id: number;
            mentions: string[];
            /** @description Of who wrote it. */
            name?: string;
            text: string;
        };
        Notes: {
            items: components["schemas"]["Note"][];
        };
        OwnSettings: {
            /** @enum {string} */
            density?: "comfortable" | "compact";
            /** @description Whether Enter sends, or begins a new line. */
            enterSends?: boolean;
            /** @enum {string} */
            language?: "en" | "es" | "zh";
            /** @description Whether single keys act. */
            singleKeys?: boolean;
            /** @enum {string} */
            theme?: "auto" | "light" | "dark";
        };
        People: {
            items: components["schemas"]["Person"][];
            /** @description Opaque; goes back as it came. */
            next?: string;
        };
        Person: {
            conversations: number[];
            /** @description When something was first said in a conversation of two. */
            first?: string;
            /** @description Person */
            id: number;
            /** @description A username is a label and identifies nobody. */
            identifiers: {
                /** @description The business account inside which it counts. */
                account?: string;
                /** @description The conversation inside which it counts */
                conversation?: number;
                /** @description The record that said so first */
                evidence: number;
                /** @enum {string} */
                kind: "name" | "phone" | "wa_id" | "bsuid" | "parent_bsuid" | "username";
                /** @description Since when it is on record. */
                since?: string;
                /**
                 * @description What brought that record.
                 * @enum {string}
                 */
                source?: "export" | "webhook";
                value: string;
            }[];
            /** @description When something was last said in one. */
            last?: string;
            /** @description The business itself. */
            me: boolean;
            /** @description Those who were taken for this one. */
            merged: {
                /** @description Merge */
                merge: number;
                /** @description Person */
                person: number;
            }[];
            messages: number;
            /** @description As the business says, else as they go by. */
            name?: string;
            names: string[];
            phones: string[];
            /** @description As the business says. */
            tags: string[];
        };
        PersonConversation: {
            /** @description An import of it was withdrawn, and is erased from then on. */
            eraseFrom?: string;
            /** @description Conversation */
            id: number;
            /** @enum {string} */
            kind: "direct" | "group";
            last?: string;
            messages: number;
            title: string;
        };
        PersonField: {
            broken?: {
                /** @enum {string} */
                fault: "characters" | "too-short" | "too-long" | "too-small" | "too-large" | "no-number" | "no-date" | "no-choice" | "pattern" | "template";
                least?: number;
                length?: number;
                most?: number;
                template?: string;
            };
            key: string;
            /** @description The version */
            seq?: number;
            values: string[];
            /** @description How many versions there are. */
            version: number;
        };
        PersonHistoryLine: {
            /** @description `user:<id>`, `api-key:<id>`, `system:<name>`. */
            actor?: string;
            after?: string[];
            at?: string;
            before?: string[];
            category?: string;
            field?: string;
            /** @enum {string} */
            kind: "field" | "known" | "merge" | "split" | "apart" | "wish";
            /** @description The merge, where it holds */
            merge?: number;
            /** @description The message that said it */
            of?: number;
            /** @description The other person */
            other?: number;
            otherName?: string;
            reason?: string;
            /** @description The number of the version whose values these are again. */
            rolledBackTo?: number;
            /** @description The record */
            seq: number;
            /** @enum {string} */
            source?: "export" | "webhook";
            value?: string;
            values?: string[];
            version?: number;
            /** @description The name of whoever did it, where that is an account here. */
            who?: string;
        };
        PersonMatch: {
            first?: string;
            last?: string;
            messages: number;
            name: string;
            /** @description Person */
            person: number;
            /** @enum {string} */
            reason: "line-mx" | "line-br" | "line-ar" | "line" | "name";
            /** @description A number or a name of the other. */
            value: string;
        };
        Presence: {
            others: {
                id: string;
                name: string;
                typing: boolean;
            }[];
        };
        /** @description RFC 9457. Further members are codes, names of fields and numbers. */
        Problem: {
            detail?: string;
            status: number;
            title: string;
            /** @enum {string} */
            type: "https://acta.local/problems/not-found" | "https://acta.local/problems/method-not-allowed" | "https://acta.local/problems/unauthenticated" | "https://acta.local/problems/scope-missing" | "https://acta.local/problems/sign-in-failed" | "https://acta.local/problems/second-factor-needed" | "https://acta.local/problems/confirm-needed" | "https://acta.local/problems/role-missing" | "https://acta.local/problems/not-yours" | "https://acta.local/problems/too-many-attempts" | "https://acta.local/problems/set-up-done" | "https://acta.local/problems/field-invalid" | "https://acta.local/problems/field-changed" | "https://acta.local/problems/rule-invalid" | "https://acta.local/problems/merge-refused" | "https://acta.local/problems/erasure-changed" | "https://acta.local/problems/nothing-to-erase" | "https://acta.local/problems/last-owner" | "https://acta.local/problems/last-factor" | "https://acta.local/problems/account-exists" | "https://acta.local/problems/signature-wrong" | "https://acta.local/problems/verify-token-wrong" | "https://acta.local/problems/request-invalid" | "https://acta.local/problems/body-too-large" | "https://acta.local/problems/media-type-unknown" | "https://acta.local/problems/idempotency-conflict" | "https://acta.local/problems/refused-by-policy" | "https://acta.local/problems/message-invalid" | "https://acta.local/problems/file-differs" | "https://acta.local/problems/range-invalid" | "https://acta.local/problems/address-refused" | "https://acta.local/problems/offset-differs" | "https://acta.local/problems/no-room" | "https://acta.local/problems/limit-reached" | "https://acta.local/problems/lint-refused" | "https://acta.local/problems/not-configured" | "https://acta.local/problems/query-invalid" | "https://acta.local/problems/too-many-followers" | "https://acta.local/problems/platform-refused" | "https://acta.local/problems/headers-too-large" | "https://acta.local/problems/timed-out" | "https://acta.local/problems/busy" | "https://acta.local/problems/internal";
        } & {
            [key: string]: unknown;
        };
        Quality: {
            items: components["schemas"]["QualityCount"][];
        };
        QualityCount: {
            field: string;
            records: number;
            rule: string;
            source: string;
            /** @description Its Monday, YYYY-MM-DD. */
            week: string;
        };
        Quarantine: {
            items: {
                file: string;
                id: number;
                line: number;
                reason: string;
                recordedAt: string;
                sha256: string;
                sizeBytes: number;
            }[];
        };
        QuarantineTried: {
            done: number;
            left: number;
            tried: number;
        };
        SendingWindow: {
            acceptsMarketing: boolean;
            /** @description Channel; absent where no number of the business leads there. */
            channel?: number;
            conversation: number;
            display?: string;
            /** @description Milliseconds since 1970: when the window closes, or closed. */
            endsMs?: number;
            /** @description The platform's error code that stopped everything. */
            halted?: number;
            /** @description phone_number_id */
            number?: string;
            /** @description When they asked the business to stop writing. */
            optedOutMs?: number;
            /** @description What messages to the other side cost, as far as the owner has said. */
            prices: {
                authentication?: {
                    amount: string;
                    currency: string;
                };
                marketing?: {
                    amount: string;
                    currency: string;
                };
                service?: {
                    amount: string;
                    currency: string;
                };
                utility?: {
                    amount: string;
                    currency: string;
                };
            };
            /** @enum {string} */
            state: "open" | "closed" | "never" | "no-channel";
            stoppedMarketing: boolean;
        };
        Session: {
            createdAt: string;
            current: boolean;
            device?: string;
            /** @enum {string} */
            factor: "password" | "totp" | "passkey" | "recovery" | "provider" | "provider-mfa";
            /** @description The address from which it was begun. */
            from?: string;
            id: string;
            lastSeenAt: string;
            member: string;
            name: string;
        };
        SingleSignOn: {
            /** @description Where the provider has to send people back to. */
            callback?: string;
            isSet: boolean;
            issuer?: string;
            /** @description On the button. */
            label?: string;
            /**
             * @description Who may sign in with a password.
             * @enum {string}
             */
            passwords: "everybody" | "owners";
            /**
             * @description Why the provider does not answer as it has to; absent where it does.
             * @enum {string}
             */
            problem?: "provider-down" | "provider-issuer" | "provider-secret" | "provider-refused" | "provider-answer" | "provider-clock";
        };
        Stats: {
            captures: number;
            chats: number;
            erased: number;
            kinds: {
                [key: string]: number;
            };
            messages: number;
            people: number;
            quarantined: number;
            records: number;
            statuses: number;
        };
        Template: {
            body: string;
            buttons: {
                kind: string;
                text: string;
                url?: string;
            }[];
            /** @enum {string} */
            category: "marketing" | "utility" | "authentication";
            footer?: string;
            header?: {
                format: string;
                text?: string;
            };
            language: string;
            name: string;
            /** @description Its places have names; otherwise numbers. */
            named: boolean;
            /** @description approved, pending, rejected, paused, disabled … */
            state: string;
        };
        Templates: {
            items: components["schemas"]["Template"][];
        };
        Uploaded: {
            /** @description False where the same bytes were held already. */
            isNew: boolean;
            mime: string;
            /** @description Of the bytes, hex: by it a message names the file. */
            sha256: string;
            sizeBytes: number;
            /** @description Milliseconds since 1970. The file is forgotten then, or when the server stops. */
            untilMs: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long it is good for. */
                    days?: number;
                    name: string;
                    scopes: ("read:conversations" | "read:messages" | "read:people" | "read:media" | "read:events" | "read:quality" | "search" | "send" | "hooks" | "admin" | "work" | "settings" | "write:people" | "merge" | "import" | "quarantine" | "read:deleted" | "read:integrity" | "prove" | "verify" | "read:audit" | "read:own-audit" | "staff:read")[];
                };
            };
        };
        responses: {
            /** @description The key, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** @description Shown once. */
                        key: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Commands or kinds of record, with commas between. */
                but?: string;
                cursor?: string;
                /** @description Commands or kinds of record, with commas between. */
                did?: string;
                entry?: number;
                /** @description From this day or moment on, UTC. */
                from?: string;
                limit?: number;
                outcome?: "done" | "refused" | "failed";
                /** @description Before this moment, or to the end of this day, UTC. */
                to?: string;
                /** @description `conversation:<id>`, `person:<id>`, `entry:<id>`, `address:<IP>`. */
                what?: string;
                /** @description An actor. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acts"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query: {
                /** @description Commands or kinds of record, with commas between. */
                but?: string;
                /** @description Commands or kinds of record, with commas between. */
                did?: string;
                entry?: number;
                format: "csv" | "json";
                /** @description From this day or moment on, UTC. */
                from?: string;
                outcome?: "done" | "refused" | "failed";
                /** @description Before this moment, or to the end of this day, UTC. */
                to?: string;
                /** @description `conversation:<id>`, `person:<id>`, `entry:<id>`, `address:<IP>`. */
                what?: string;
                /** @description An actor. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. confirm-needed: This asks for a second factor shown within the last minutes. role-missing: The role does not hold this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCannedReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplies"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description `{name}` stands for the customer’s name, `{agent}` for that of whoever sends it. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The reply. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReply"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description `{name}` stands for the customer’s name, `{agent}` for that of whoever sends it. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReply"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is used no more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Templates"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. platform-refused: The platform did not take it, or did not answer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without any secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description phone_number_id */
                    number?: string;
                };
            };
        };
        responses: {
            /** @description What each came to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheck"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description From an earlier answer. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversations"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Account id. */
                    assignee: string | null;
                    team?: string | null;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When it was kept, or emptied; absent where nothing is known. */
                        at?: string;
                        text: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When it was kept, or emptied; absent where nothing is known. */
                        at?: string;
                        text: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                label: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                label: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description From an earlier answer. */
                after?: string;
                /** @description Entry */
                around?: number;
                /** @description From an earlier answer. */
                before?: string;
                /** @description YYYY-MM-DD[THH:MM[:SS]] */
                from?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the caller: the same key with the same message is the same message. */
                "idempotency-key": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of a template; without it, it counts as marketing.
                     * @enum {unknown}
                     */
                    category?: "marketing" | "utility" | "authentication";
                    message: {
                        body: string;
                        previewUrl?: boolean;
                        replyTo?: number;
                        /** @enum {string} */
                        type: "text";
                    } | {
                        caption?: string;
                        filename?: string;
                        media: {
                            id: string;
                        } | {
                            link: string;
                        } | {
                            /** @description Of a file that was uploaded. */
                            sha256: string;
                        };
                        replyTo?: number;
                        /** @enum {unknown} */
                        type: "image" | "video" | "audio" | "document" | "sticker";
                        voice?: boolean;
                    } | {
                        address?: string;
                        latitude: string;
                        longitude: string;
                        name?: string;
                        replyTo?: number;
                        /** @enum {string} */
                        type: "location";
                    } | {
                        contacts: {
                            addresses?: {
                                city?: string;
                                country?: string;
                                countryCode?: string;
                                state?: string;
                                street?: string;
                                type?: string;
                                zip?: string;
                            }[];
                            birthday?: string;
                            emails?: {
                                email: string;
                                type?: string;
                            }[];
                            name: {
                                first?: string;
                                formatted: string;
                                last?: string;
                                middle?: string;
                                prefix?: string;
                                suffix?: string;
                            };
                            organisation?: {
                                company?: string;
                                department?: string;
                                title?: string;
                            };
                            phones?: {
                                phone: string;
                                type?: string;
                                waId?: string;
                            }[];
                            urls?: {
                                type?: string;
                                url: string;
                            }[];
                        }[];
                        replyTo?: number;
                        /** @enum {string} */
                        type: "contacts";
                    } | {
                        emoji: string;
                        target: number;
                        /** @enum {string} */
                        type: "reaction";
                    } | {
                        interactive: {
                            body: string;
                            buttons: {
                                id: string;
                                title: string;
                            }[];
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "buttons";
                        } | {
                            body: string;
                            button: string;
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "list";
                            sections: {
                                rows: {
                                    description?: string;
                                    id: string;
                                    title: string;
                                }[];
                                title?: string;
                            }[];
                        } | {
                            body: string;
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "link";
                            title: string;
                            url: string;
                        } | {
                            /** @enum {unknown} */
                            action?: "navigate" | "data_exchange";
                            body: string;
                            button: string;
                            data?: {
                                [key: string]: unknown;
                            };
                            flow: {
                                id: string;
                            } | {
                                name: string;
                            };
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            isDraft?: boolean;
                            /** @enum {string} */
                            kind: "flow";
                            screen?: string;
                            token?: string;
                        } | {
                            body?: string;
                            catalogId: string;
                            footer?: string;
                            /** @enum {string} */
                            kind: "product";
                            productId: string;
                        } | {
                            body: string;
                            catalogId: string;
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "product-list";
                            sections: {
                                productIds: string[];
                                title?: string;
                            }[];
                        } | {
                            body: string;
                            footer?: string;
                            /** @enum {string} */
                            kind: "catalog";
                            thumbnailProductId?: string;
                        } | {
                            body: string;
                            /** @enum {string} */
                            kind: "location-request";
                        } | {
                            body: string;
                            country: string;
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "address";
                            savedAddresses?: {
                                id: string;
                                value: {
                                    [key: string]: string;
                                };
                            }[];
                            values?: {
                                [key: string]: string;
                            };
                        } | {
                            body: string;
                            /** @enum {string} */
                            kind: "call-permission";
                        } | {
                            body: string;
                            footer?: string;
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            };
                            /** @enum {string} */
                            kind: "order-details";
                            order: {
                                beneficiaries?: {
                                    city: string;
                                    country: string;
                                    line1: string;
                                    line2?: string;
                                    name: string;
                                    postalCode: string;
                                    state?: string;
                                }[];
                                catalogId?: string;
                                currency: string;
                                discount?: number;
                                expiration?: {
                                    at: number;
                                    description: string;
                                };
                                /** @enum {unknown} */
                                goods: "digital-goods" | "physical-goods";
                                items: {
                                    amount: number;
                                    name: string;
                                    origin?: {
                                        country: string;
                                        importerAddress: {
                                            city: string;
                                            country: string;
                                            line1: string;
                                            line2?: string;
                                            postalCode: string;
                                            state?: string;
                                        };
                                        importerName: string;
                                    };
                                    quantity: number;
                                    retailerId?: string;
                                    saleAmount?: number;
                                }[];
                                referenceId: string;
                                settings: ({
                                    configuration: string;
                                    /** @enum {string} */
                                    kind: "gateway";
                                    /** @enum {unknown} */
                                    provider: "billdesk" | "razorpay" | "payu" | "zaakpay";
                                } | {
                                    code: string;
                                    key: string;
                                    /** @enum {unknown} */
                                    keyType: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP";
                                    /** @enum {string} */
                                    kind: "pix";
                                    merchantName: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "upi-link";
                                    link: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "payment-link";
                                    uri: string;
                                } | {
                                    digitableLine: string;
                                    /** @enum {string} */
                                    kind: "boleto";
                                })[];
                                shipping?: number;
                                subtotal: number;
                                tax: number;
                                total: number;
                            };
                        } | {
                            body: string;
                            footer?: string;
                            /** @enum {string} */
                            kind: "order-status";
                            status: {
                                description?: string;
                                payment?: {
                                    at: number;
                                    /** @enum {unknown} */
                                    state: "pending" | "captured" | "failed";
                                };
                                referenceId: string;
                                /** @enum {unknown} */
                                state: "pending" | "processing" | "partially-shipped" | "shipped" | "completed" | "canceled";
                            };
                        };
                        replyTo?: number;
                        /** @enum {string} */
                        type: "interactive";
                    } | {
                        replyTo?: number;
                        template: {
                            body?: {
                                name?: string;
                                text: string;
                            }[];
                            buttons?: ({
                                index: number;
                                /** @enum {string} */
                                kind: "url";
                                suffix: string;
                            } | {
                                index: number;
                                /** @enum {string} */
                                kind: "quick-reply";
                                payload: string;
                            } | {
                                code: string;
                                index: number;
                                /** @enum {string} */
                                kind: "copy-code";
                            } | {
                                data?: {
                                    [key: string]: unknown;
                                };
                                index: number;
                                /** @enum {string} */
                                kind: "flow";
                                token?: string;
                            } | {
                                index: number;
                                /** @enum {string} */
                                kind: "catalog";
                                thumbnailProductId?: string;
                            } | {
                                index: number;
                                /** @enum {string} */
                                kind: "order-details";
                                order: {
                                    beneficiaries?: {
                                        city: string;
                                        country: string;
                                        line1: string;
                                        line2?: string;
                                        name: string;
                                        postalCode: string;
                                        state?: string;
                                    }[];
                                    catalogId?: string;
                                    currency: string;
                                    discount?: number;
                                    expiration?: {
                                        at: number;
                                        description: string;
                                    };
                                    /** @enum {unknown} */
                                    goods: "digital-goods" | "physical-goods";
                                    items: {
                                        amount: number;
                                        name: string;
                                        origin?: {
                                            country: string;
                                            importerAddress: {
                                                city: string;
                                                country: string;
                                                line1: string;
                                                line2?: string;
                                                postalCode: string;
                                                state?: string;
                                            };
                                            importerName: string;
                                        };
                                        quantity: number;
                                        retailerId?: string;
                                        saleAmount?: number;
                                    }[];
                                    referenceId: string;
                                    settings: ({
                                        configuration: string;
                                        /** @enum {string} */
                                        kind: "gateway";
                                        /** @enum {unknown} */
                                        provider: "billdesk" | "razorpay" | "payu" | "zaakpay";
                                    } | {
                                        code: string;
                                        key: string;
                                        /** @enum {unknown} */
                                        keyType: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP";
                                        /** @enum {string} */
                                        kind: "pix";
                                        merchantName: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "upi-link";
                                        link: string;
                                    } | {
                                        /** @enum {string} */
                                        kind: "payment-link";
                                        uri: string;
                                    } | {
                                        digitableLine: string;
                                        /** @enum {string} */
                                        kind: "boleto";
                                    })[];
                                    shipping?: number;
                                    subtotal: number;
                                    tax: number;
                                    total: number;
                                };
                            })[];
                            cards?: {
                                body?: {
                                    name?: string;
                                    text: string;
                                }[];
                                buttons?: ({
                                    index: number;
                                    /** @enum {string} */
                                    kind: "url";
                                    suffix: string;
                                } | {
                                    index: number;
                                    /** @enum {string} */
                                    kind: "quick-reply";
                                    payload: string;
                                } | {
                                    code: string;
                                    index: number;
                                    /** @enum {string} */
                                    kind: "copy-code";
                                } | {
                                    data?: {
                                        [key: string]: unknown;
                                    };
                                    index: number;
                                    /** @enum {string} */
                                    kind: "flow";
                                    token?: string;
                                } | {
                                    index: number;
                                    /** @enum {string} */
                                    kind: "catalog";
                                    thumbnailProductId?: string;
                                } | {
                                    index: number;
                                    /** @enum {string} */
                                    kind: "order-details";
                                    order: {
                                        beneficiaries?: {
                                            city: string;
                                            country: string;
                                            line1: string;
                                            line2?: string;
                                            name: string;
                                            postalCode: string;
                                            state?: string;
                                        }[];
                                        catalogId?: string;
                                        currency: string;
                                        discount?: number;
                                        expiration?: {
                                            at: number;
                                            description: string;
                                        };
                                        /** @enum {unknown} */
                                        goods: "digital-goods" | "physical-goods";
                                        items: {
                                            amount: number;
                                            name: string;
                                            origin?: {
                                                country: string;
                                                importerAddress: {
                                                    city: string;
                                                    country: string;
                                                    line1: string;
                                                    line2?: string;
                                                    postalCode: string;
                                                    state?: string;
                                                };
                                                importerName: string;
                                            };
                                            quantity: number;
                                            retailerId?: string;
                                            saleAmount?: number;
                                        }[];
                                        referenceId: string;
                                        settings: ({
                                            configuration: string;
                                            /** @enum {string} */
                                            kind: "gateway";
                                            /** @enum {unknown} */
                                            provider: "billdesk" | "razorpay" | "payu" | "zaakpay";
                                        } | {
                                            code: string;
                                            key: string;
                                            /** @enum {unknown} */
                                            keyType: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP";
                                            /** @enum {string} */
                                            kind: "pix";
                                            merchantName: string;
                                        } | {
                                            /** @enum {string} */
                                            kind: "upi-link";
                                            link: string;
                                        } | {
                                            /** @enum {string} */
                                            kind: "payment-link";
                                            uri: string;
                                        } | {
                                            digitableLine: string;
                                            /** @enum {string} */
                                            kind: "boleto";
                                        })[];
                                        shipping?: number;
                                        subtotal: number;
                                        tax: number;
                                        total: number;
                                    };
                                })[];
                                header?: {
                                    /** @enum {string} */
                                    kind: "text";
                                    name?: string;
                                    text: string;
                                } | {
                                    /** @enum {unknown} */
                                    kind: "image" | "video";
                                    media: {
                                        id: string;
                                    } | {
                                        link: string;
                                    };
                                } | {
                                    filename?: string;
                                    /** @enum {string} */
                                    kind: "document";
                                    media: {
                                        id: string;
                                    } | {
                                        link: string;
                                    };
                                } | {
                                    address?: string;
                                    /** @enum {string} */
                                    kind: "location";
                                    latitude: string;
                                    longitude: string;
                                    name?: string;
                                } | {
                                    catalogId: string;
                                    /** @enum {string} */
                                    kind: "product";
                                    productId: string;
                                };
                            }[];
                            header?: {
                                /** @enum {string} */
                                kind: "text";
                                name?: string;
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                kind: "image" | "video";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                filename?: string;
                                /** @enum {string} */
                                kind: "document";
                                media: {
                                    id: string;
                                } | {
                                    link: string;
                                };
                            } | {
                                address?: string;
                                /** @enum {string} */
                                kind: "location";
                                latitude: string;
                                longitude: string;
                                name?: string;
                            } | {
                                catalogId: string;
                                /** @enum {string} */
                                kind: "product";
                                productId: string;
                            };
                            language: string;
                            limitedTimeOffer?: {
                                expiresAtMs: number;
                            };
                            name: string;
                        };
                        /** @enum {string} */
                        type: "template";
                    };
                    /** @description phone_number_id, where the conversation has several. */
                    number?: string;
                    /** @description Where the person's agreement to marketing is held. */
                    optIn?: string;
                    /** @description Why it goes out although its text holds a card or identity number. */
                    override?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description It will be sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intended"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. idempotency-conflict: The idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused-by-policy: A rule refuses to send this. lint-refused: The text holds a card or identity number. message-invalid: The platform would not take this message. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description Id of a note: those before it. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notes"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Account ids. */
                    mentions?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description The note. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tellPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    leaving?: boolean;
                    typing?: boolean;
                };
            };
        };
        responses: {
            /** @description Who else looks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markConversationRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markConversationUnread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    wakeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSendingWindow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingWindow"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversationWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWork"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEntryEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. role-missing: The role does not hold this. not-yours: The conversation is another person's or another team's. confirm-needed: This asks for a second factor shown within the last minutes. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEntryProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryProof"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: number[];
                    reason: string;
                    records: number;
                };
            };
        };
        responses: {
            /** @description The certificate. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureCertificate"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description erasure-changed: It would take another number of records than was counted. nothing-to-erase: Nothing of this is held. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused-by-policy: A rule refuses to send this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: number[];
                };
            };
        };
        responses: {
            /** @description What it would take. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreview"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: number;
                /** @description By numbers alone, without what was said. */
                bare?: boolean;
                limit?: number;
                /** @description Only what comes from now on; `after` is not looked at. */
                new?: boolean;
                /** @description Kinds, separated by commas. */
                types?: string;
                wait?: number;
            };
            header?: {
                accept?: string;
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Events"];
                    "text/event-stream": string;
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-followers: As many follow already as may at the same time; come later, or ask without waiting. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldDefinition"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    choices?: string[];
                    example?: string;
                    least?: number;
                    most?: number;
                    pattern?: string;
                    /** @enum {unknown} */
                    template?: "name" | "phone" | "email";
                    title: string;
                    /** @enum {unknown} */
                    type: "text" | "number" | "date" | "choice";
                };
            };
        };
        responses: {
            /** @description The field. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldDefinition"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rule-invalid: No value could keep this rule, or its example does not. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    choices?: string[];
                    example?: string;
                    least?: number;
                    most?: number;
                    pattern?: string;
                    /** @enum {unknown} */
                    template?: "name" | "phone" | "email";
                    title: string;
                    /** @enum {unknown} */
                    type: "text" | "number" | "date" | "choice";
                };
            };
        };
        responses: {
            /** @description The field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldDefinition"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rule-invalid: No value could keep this rule, or its example does not. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryFieldRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    choices?: string[];
                    example?: string;
                    least?: number;
                    most?: number;
                    pattern?: string;
                    /** @enum {unknown} */
                    template?: "name" | "phone" | "email";
                    /** @enum {unknown} */
                    type: "text" | "number" | "date" | "choice";
                };
            };
        };
        responses: {
            /** @description The values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailingValues"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rule-invalid: No value could keep this rule, or its example does not. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHalts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Halts"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftHalt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description It stands on record. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hooks"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createHook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content?: boolean;
                    /** @description Kinds of events; all where there are none. */
                    events?: ("message" | "message.edited" | "message.deleted" | "message.status" | "message.reaction" | "message.media" | "message.flagged" | "message.sending" | "conversation.opened" | "conversation.work" | "person.preference" | "person.merged" | "person.split" | "person.changed" | "platform.event" | "import.completed" | "import.withdrawn" | "erased")[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description It is told from now on. The secret is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewHook"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description address-refused: An outbound webhook may not go to this address. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is told nothing any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayHook: {
        parameters: {
            query: {
                after: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be told. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that are brought, and the newest on record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFiles"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When the file was last changed, in milliseconds since 1970. */
                    changedMs: number;
                    name: string;
                    sizeBytes: number;
                };
            };
        };
        responses: {
            /** @description Its bytes may come. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBegun"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-room: The disk has no room for this. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFile"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which of its chats, from 0. */
                    chat: number;
                    /** @enum {string} */
                    dateOrder?: "DMY" | "MDY" | "YMD";
                    /** @description The author who is our own side; empty for nobody. */
                    me?: string;
                    /** @description Take it in if nothing more is asked. */
                    start?: boolean;
                    /** @description Title or id of its conversation. */
                    title?: string;
                };
            };
        };
        responses: {
            /** @description It is looked into again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bringImport: {
        parameters: {
            query: {
                offset: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description They are here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBegun"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. offset-differs: The bytes do not follow those that are here. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no-room: The disk has no room for this. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits for its turn, or has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProgress"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erasedFrom: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportWithdrawal"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description From an earlier answer. */
                cursor?: string;
                /** @description Part of a title. */
                find?: string;
                label?: number;
                limit?: number;
                /** @description Last activity, or who waits longest. */
                sort?: "last" | "waiting";
                state?: "open" | "snoozed" | "closed";
                /** @description `mine` of a program is empty. */
                tab?: "mine" | "unassigned" | "team" | "all";
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, and what each tab counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workAtMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Either `conversations` or `matching`. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of those that match, these are left out. */
                    but?: number[];
                    conversations?: number[];
                    do: {
                        /** @enum {string} */
                        act: "assign";
                        /** @description Account id. */
                        assignee: string | null;
                        team?: string | null;
                    } | {
                        /** @enum {unknown} */
                        act: "label" | "unlabel";
                        label: number;
                    } | {
                        /** @enum {string} */
                        act: "snooze";
                        until: string;
                    } | {
                        /** @enum {unknown} */
                        act: "wake" | "close" | "reopen";
                    };
                    /** @description As the inbox is asked. */
                    matching?: {
                        find?: string;
                        label?: number;
                        /** @enum {unknown} */
                        state: "open" | "snoozed" | "closed";
                        /** @enum {unknown} */
                        tab: "mine" | "unassigned" | "team" | "all";
                        team?: string;
                    };
                };
            };
        };
        responses: {
            /** @description What was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWorkAtMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Either `conversations` or `matching`. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of those that match, these are left out. */
                    but?: number[];
                    conversations?: number[];
                    do: {
                        /** @enum {string} */
                        act: "assign";
                        /** @description Account id. */
                        assignee: string | null;
                        team?: string | null;
                    } | {
                        /** @enum {unknown} */
                        act: "label" | "unlabel";
                        label: number;
                    } | {
                        /** @enum {string} */
                        act: "snooze";
                        until: string;
                    } | {
                        /** @enum {unknown} */
                        act: "wake" | "close" | "reopen";
                    };
                    /** @description As the inbox is asked. */
                    matching?: {
                        find?: string;
                        label?: number;
                        /** @enum {unknown} */
                        state: "open" | "snoozed" | "closed";
                        /** @enum {unknown} */
                        tab: "mine" | "unassigned" | "team" | "all";
                        team?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Counts; nothing is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyPlanned"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoWorkAtMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    undo: number;
                };
            };
        };
        responses: {
            /** @description What was put back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody, also who has left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInboxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxSettings"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeInboxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is not named stays. */
        requestBody: {
            content: {
                "application/json": {
                    prices?: {
                        amount: string;
                        /** @enum {unknown} */
                        category: "service" | "utility" | "marketing" | "authentication";
                        /** @description ISO 4217. */
                        currency: string;
                        /** @description Digits with which numbers begin; empty: all others. */
                        prefix: string;
                    }[];
                    readReceipts?: boolean;
                };
            };
        };
        responses: {
            /** @description As they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxSettings"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIntegrity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Integrity"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckUnderWay"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    deep: boolean;
                };
            };
        };
        responses: {
            /** @description How far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckUnderWay"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChecks: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checks"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGrowth: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sizes, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Growth"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "compliance" | "auditor" | "agent" | "analyst";
                    team?: string;
                };
            };
        };
        responses: {
            /** @description The invitation, and what its link carries. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: components["schemas"]["Invitation"];
                        token: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account-exists: Somebody has an account under this address. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uninvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLabel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    colour: number;
                    name: string;
                };
            };
        };
        responses: {
            /** @description The label. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    colour: number;
                    name: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is used no more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description It is held. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uploaded"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. limit-reached: There are as many of these as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body-too-large: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description media-type-unknown: This address does not take that media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file-differs: The bytes are empty, or not of the media type that they are said to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: {
                range?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The range of bytes that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description range-invalid: The file has no such range. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be fetched. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    splitPeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The two. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        into: number;
                        person: number;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The message, with everything it ever said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markRead: {
        parameters: {
            query?: {
                /** @description Shows for up to 25 seconds that somebody is typing. */
                typing?: boolean;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The platform took it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-configured: A setting that this needs is missing. platform-refused: The platform did not take it, or did not answer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused-by-policy: A rule refuses to send this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepPeopleApart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    other: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description merge-refused: These two cannot be taken for one. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personConversations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonConversation"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that say something. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonField"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePersonField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was seen, 0 for none; another one now is a conflict. */
                    seen?: number;
                    values: string[];
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonField"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field-changed: Somebody changed the field meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field-invalid: The value does not keep the rule of its field. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rollBackPersonField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was seen, 0 for none; another one now is a conflict. */
                    seen?: number;
                    to: number;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonField"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field-changed: Somebody changed the field meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field-invalid: The value does not keep the rule of its field. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonHistoryLine"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personMatches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who may be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonMatch"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    other: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The merge. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        into: number;
                        merge: number;
                        person: number;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description merge-refused: These two cannot be taken for one. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tagPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    add?: string[];
                    people: number[];
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description What changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: number[];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description field-invalid: The value does not keep the rule of its field. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuality: {
        parameters: {
            query?: {
                rule?: string;
                source?: "webhook" | "export" | "api" | "console";
                /** @description A day of the week that is meant. */
                week?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quality"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlaggedRecords: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                rule?: string;
                source?: "webhook" | "export" | "api" | "console";
                /** @description A day of the week that is meant. */
                week?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlaggedRecords"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quarantine"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: number;
                };
            };
        };
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineTried"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description How many there are, as far as 1,000. */
                count?: boolean;
                /** @description `next` of a page; newest first alone. */
                cursor?: string;
                limit?: number;
                order?: "newest" | "best";
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. query-invalid: The query cannot be understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnName: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was chosen; what is missing goes by the device. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSettings"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepOwnSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    density?: "comfortable" | "compact";
                    /** @description Whether Enter sends, or begins a new line. */
                    enterSends?: boolean;
                    /** @enum {string} */
                    language?: "en" | "es" | "zh";
                    /** @description Whether single keys act. */
                    singleKeys?: boolean;
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                };
            };
        };
        responses: {
            /** @description As they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSettings"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Of everybody; for who manages staff. */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSingleSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without any secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOn"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The staff. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    role?: "owner" | "compliance" | "auditor" | "agent" | "analyst";
                    team?: string | null;
                    /** @description Whether an auditor reads text. */
                    textGrant?: boolean;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last-owner: Somebody must stay who is an owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberLeaves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who gets the conversations. */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description How many conversations went over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handedOver: number;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last-owner: Somebody must stay who is an owner. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shown: boolean;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            /** @description request-invalid: The request does not have the form that the interface describes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unauthenticated: A valid API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-missing: The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found: There is nothing under this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description internal: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: It could not be made durable now; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

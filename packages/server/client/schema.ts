// Generated from the description of the interface (OpenAPI 3.1) by `npm run client`; not to be edited.

export interface paths {
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
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in order
         * @description Events behind `after`; go on with `next`. With `wait` the answer comes with the next event, or empty after so many seconds. With `Accept: text/event-stream` a stream: `id` is the seq, `Last-Event-ID` goes on behind it, comments keep it alive. Messages come with their content to keys that may read messages. Kinds: `message` (Something was said in a conversation, or is to be sent.) `message.edited` (A message was changed; `message` is the one it belongs to.) `message.deleted` (A message was taken back by its sender. What it said stays on record.) `message.status` (How far a message got: `state`, and `code` where it failed.) `message.reaction` (An emoji was set on a message; without `emoji` it was taken away.) `message.media` (The file of a message was fetched, or could not be: `state`, `reason`.) `message.flagged` (A message does not keep rules of input: `rules`.) `message.sending` (What came of a message that was to be sent: `state`, `reason`, `code`.) `conversation.opened` (A number of the business and another side came together in a conversation.) `person.preference` (A person wishes (`value` resume) or does not wish (stop) messages of a `category`.) `person.merged` (`person` and `into` are one.) `person.split` (A merge (`of`) was wrong: they are two again.) `platform.event` (The platform told of a template, an account, its quality or something else: `field`, `name`.) `import.completed` (An export was taken in: `import`, `count` entries.) `import.withdrawn` (An import was taken back and is not shown any more.) `erased` (Records were erased for good: those of `erased` must be forgotten by whoever copied them.) Scope: `read:events`.
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
         * @description Scope: `read:people`.
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
         * Ends somebody’s access: sessions, factors, password
         * @description Scope: `staff`.
         */
        post: operations["memberLeaves"];
        delete?: never;
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
            type: "message" | "message.edited" | "message.deleted" | "message.status" | "message.reaction" | "message.media" | "message.flagged" | "message.sending" | "conversation.opened" | "person.preference" | "person.merged" | "person.split" | "platform.event" | "import.completed" | "import.withdrawn" | "erased";
            value?: string;
        };
        Events: {
            items: components["schemas"]["Event"][];
            /** @description `after` of the next request. */
            next: number;
        };
        FlaggedRecord: {
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
            items: components["schemas"]["Hit"][];
            more: boolean;
            /** @description Words that are held and near to one that is not. */
            suggestions: {
                from: string;
                to: string;
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
            /** @description Message */
            id: number;
            media?: {
                name?: string;
                state: string;
            };
            /** @description Where it matches, in UTF-16 units. */
            ranges: {
                end: number;
                start: number;
            }[];
            text: string;
            type: string;
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
        Messages: {
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
        People: {
            items: components["schemas"]["Person"][];
            /** @description Opaque; goes back as it came. */
            next?: string;
        };
        Person: {
            conversations: number[];
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
                value: string;
            }[];
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
            names: string[];
            phones: string[];
        };
        /** @description RFC 9457. Further members are codes, names of fields and numbers. */
        Problem: {
            detail?: string;
            status: number;
            title: string;
            /** @enum {string} */
            type: "https://acta.local/problems/not-found" | "https://acta.local/problems/method-not-allowed" | "https://acta.local/problems/unauthenticated" | "https://acta.local/problems/scope-missing" | "https://acta.local/problems/sign-in-failed" | "https://acta.local/problems/second-factor-needed" | "https://acta.local/problems/confirm-needed" | "https://acta.local/problems/role-missing" | "https://acta.local/problems/not-yours" | "https://acta.local/problems/too-many-attempts" | "https://acta.local/problems/set-up-done" | "https://acta.local/problems/last-owner" | "https://acta.local/problems/account-exists" | "https://acta.local/problems/signature-wrong" | "https://acta.local/problems/verify-token-wrong" | "https://acta.local/problems/request-invalid" | "https://acta.local/problems/body-too-large" | "https://acta.local/problems/media-type-unknown" | "https://acta.local/problems/idempotency-conflict" | "https://acta.local/problems/refused-by-policy" | "https://acta.local/problems/message-invalid" | "https://acta.local/problems/file-differs" | "https://acta.local/problems/range-invalid" | "https://acta.local/problems/address-refused" | "https://acta.local/problems/limit-reached" | "https://acta.local/problems/lint-refused" | "https://acta.local/problems/not-configured" | "https://acta.local/problems/query-invalid" | "https://acta.local/problems/too-many-followers" | "https://acta.local/problems/platform-refused" | "https://acta.local/problems/headers-too-large" | "https://acta.local/problems/timed-out" | "https://acta.local/problems/busy" | "https://acta.local/problems/internal";
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
            /** @enum {string} */
            state: "open" | "closed" | "never" | "no-channel";
            stoppedMarketing: boolean;
        };
        Session: {
            createdAt: string;
            current: boolean;
            device?: string;
            /** @enum {string} */
            factor: "password" | "totp" | "passkey" | "recovery";
            /** @description The address from which it was begun. */
            from?: string;
            id: string;
            lastSeenAt: string;
            member: string;
            name: string;
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
                    events?: ("message" | "message.edited" | "message.deleted" | "message.status" | "message.reaction" | "message.media" | "message.flagged" | "message.sending" | "conversation.opened" | "person.preference" | "person.merged" | "person.split" | "platform.event" | "import.completed" | "import.withdrawn" | "erased")[];
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
    search: {
        parameters: {
            query: {
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

// The walls of the house: who may import whom, and why. Everything a reader or an editor needs stands in the three tables; the rest
// of the file only writes them out as rules. It judges imports, not names or sizes (those are the tidy test's), and it cannot see
// `new Worker(new URL(…))`. A violation of each rule is planted in tools/walls.test.ts.

/**
 * Packages: what of ours, of npm and of Node's core each may import; what is undefined is open. A row named after a folder of a
 * package stands for that folder alone, and the package's own row for the rest.
 */
const PACKAGES = {
  verifier: {
    ours: [],
    npm: [],
    core: [],
    because:
      'A stranger checks a proof with it, in a browser, without trusting the rest: hashes and signatures come as arguments.',
  },
  formats: {
    ours: [],
    npm: [],
    core: [],
    because: 'Bytes in, facts out: it opens no file and no socket, so a hostile export reaches nothing but the parser.',
  },
  'formats/src/zip': {
    ours: [],
    npm: ['yauzl'],
    core: ['buffer', 'stream', 'zlib'],
    because: 'Reading a zip needs an inflater, and still no disk: it is given bytes like every other parser.',
  },
  policy: {
    ours: [],
    npm: [],
    core: [],
    because: 'A decision is a pure function of facts and a rule; it can be replayed years later.',
  },
  ledger: {
    ours: ['verifier'],
    npm: [],
    core: ['buffer', 'crypto', 'zlib'],
    because: 'It knows bytes, not messages, and no engine: the store is an interface that the server implements.',
  },
  sandbox: {
    ours: ['formats'],
    npm: ['fastify'],
    core: undefined,
    because: 'A stand-in for the platform is worth something only if it shares nothing with what it tries.',
  },
  console: {
    ours: ['verifier', 'server/client'],
    npm: undefined,
    core: [],
    because: 'It runs in a browser: it checks proofs itself, and reaches the server through its interface alone.',
  },
  server: {
    ours: ['verifier', 'formats', 'policy', 'ledger'],
    npm: undefined,
    core: undefined,
    because: 'The application stands on all four and on nothing that stands on it.',
  },
};

/**
 * The server's rooms, in the order of the river. `may`: imports of any sort, from a room or from one file or folder of it.
 * `types`: `import type` only, where a room is handed a thing that program.ts made. Only program.ts and main.ts, which no room
 * may import, know everyone.
 */
const ROOMS = {
  records: { may: [], types: [], because: 'The words that everyone speaks depend on no speaker.' },
  access: { may: ['records'], types: [], because: 'Who may see what is decided on facts, not by looking into tables.' },
  store: {
    may: ['records'],
    types: ['search'],
    because: 'An engine keeps rows and blobs for whoever names their shape; it does not know what flows.',
  },
  search: {
    may: ['records'],
    types: [],
    because: 'The index is identical on every engine and can be folded again.',
  },
  intake: {
    may: ['records'],
    types: ['recorder', 'store', 'search', 'projections'],
    because: 'What arrives becomes a record or stands in quarantine; intake writes no table and shows nothing.',
  },
  recorder: {
    may: ['records'],
    types: ['store'],
    because: 'The one piece that appends and destroys keys knows neither who asks nor who looks.',
  },
  projections: {
    may: ['records', 'search'],
    types: ['store', 'recorder'],
    because: 'Tables are folded from the ledger alone, so that folding again gives equal rows.',
  },
  views: {
    may: ['records', 'access', 'search', 'projections/tables'],
    types: ['store', 'intake'],
    because: 'A view reads and never writes: it knows the tables and gets a handle that cannot write.',
  },
  workers: {
    may: ['records', 'access', 'projections/tables'],
    types: ['store', 'recorder', 'intake', 'views'],
    because: 'What acts on time or outside comes back through intake like everything else.',
  },
  http: {
    may: ['records', 'access', 'views', 'intake', 'search'],
    types: ['recorder', 'workers', 'store'],
    because: 'A route asks and answers like a command: what it may call is handed to it.',
  },
  cli: {
    may: ['records', 'access', 'views', 'intake', 'search', 'http'],
    types: ['recorder', 'workers', 'store'],
    because: 'A command asks and prints; program.ts hands it what it may call.',
  },
  assembly: {
    may: ['records', 'access', 'store', 'search', 'intake', 'recorder', 'projections', 'views', 'workers', 'http'],
    types: ['cli'],
    because: 'The one room that knows all others joins them into a vault; only program.ts and main.ts enter it.',
  },
};

/** What exactly one place may import. `only`: the paths that may. */
const RESERVED = [
  {
    name: 'sqlite-in-store-only',
    only: '^packages/server/src/store/',
    what: '(^|/)(better-sqlite3[^/]*|pg)(/|$)|^node:sqlite$',
    because: 'One place holds the engines, so that one place answers for what lies on the disk.',
  },
  {
    name: 'engine-behind-its-interface',
    only: '^packages/server/src/store/((sqlite|postgres)/|engines\\.ts$)',
    what: '^packages/server/src/store/(sqlite|postgres)/',
    because: 'What stands on one engine alone does not move to the other: only the file that picks one knows them.',
  },
];

const CODE = '\\.(c|m)?[jt]sx?$';
const TEST = '\\.test(-support)?\\.ts$';
/** How the console is built: runs in Node, and no browser gets it. */
const BUILD = '/vite\\.config\\.ts$';
const SERVER = '^packages/server/src/';
const ERROR = `${SERVER}server-error\\.ts$`;
/** A room, or a file or folder of one, as a pattern. */
const within = (names) => `${SERVER}${anyOf(names)}(/|\\.ts$)`;
const anyOf = (names) => `(${names.join('|')})`;

/** @returns the three rules of a row of PACKAGES: ours, npm, core; those that it leaves open are missing */
function packageRules([where, row]) {
  const name = where.replace('/src/', '-');
  const [own] = where.split('/');
  const inner = Object.keys(PACKAGES).filter((other) => other.startsWith(`${where}/`));
  const from = {
    path: `^packages/${where}/`,
    pathNot: [TEST, BUILD, ...inner.map((folder) => `^packages/${folder}/`)],
  };
  const ours = { path: '^packages/', pathNot: `^packages/${anyOf([own, ...row.ours])}/` };
  const rules = [{ name: `${name}-ours`, from, to: ours }];
  if (row.npm !== undefined) {
    const pathNot = row.npm.length > 0 ? `(^|/)node_modules/(@types/)?${anyOf(row.npm)}/` : undefined;
    const dependencyTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
    rules.push({
      name: `${name}-npm`,
      from,
      to: { dependencyTypes, ...(pathNot && { path: 'node_modules', pathNot }) },
    });
  }
  if (row.core !== undefined) {
    const pathNot = row.core.length > 0 ? `^(node:)?${anyOf(row.core)}(/|$)` : undefined;
    rules.push({ name: `${name}-core`, from, to: { dependencyTypes: ['core'], ...(pathNot && { pathNot }) } });
  }
  return rules.map((rule) => ({ ...rule, comment: row.because }));
}

/** @returns the two rules of a room: what it may never import, and what it may import as a type only */
function roomRules([name, row]) {
  const from = { path: `${SERVER}${name}/`, pathNot: TEST };
  const known = [name, ...row.may, ...row.types];
  const pathNot = [within(known), ERROR];
  const rules = [{ name: `room-${name}`, from, to: { path: SERVER, pathNot } }];
  if (row.types.length > 0) {
    const to = { path: within(row.types), dependencyTypesNot: ['type-only'] };
    rules.push({ name: `room-${name}-types`, from, to });
  }
  return rules.map((rule) => ({ ...rule, comment: row.because }));
}

const reservedRule = ({ name, only, what, because }) => ({
  name,
  comment: because,
  from: { path: '^packages/', pathNot: `${only}|${TEST}` },
  to: { path: what },
});

/** Rules that hold everywhere. */
const EVERYWHERE = [
  {
    name: 'unknown-package',
    comment: 'A new package needs a row in PACKAGES before it may import one of ours.',
    from: { path: '^packages/', pathNot: `^packages/${anyOf(Object.keys(PACKAGES))}/` },
    to: { path: `^packages/${anyOf(Object.keys(PACKAGES))}/` },
  },
  {
    name: 'unknown-room',
    comment:
      'A new folder of the server needs a row in ROOMS; beside the rooms stand only main.ts, program.ts, index.ts and the error.',
    from: {
      path: SERVER,
      pathNot: `${SERVER}(${anyOf(Object.keys(ROOMS))}/|(main|program|index|server-error)\\.ts$|[^/]+${TEST})`,
    },
    to: { path: '.' },
  },
  {
    name: 'by-the-front-door',
    comment: 'A package is entered through its index.ts; what stands behind it may change.',
    from: { path: '^packages/([^/]+)/' },
    to: { path: '^packages/', pathNot: '^packages/($1/|[^/]+/src/index\\.ts$|server/client/index\\.ts$)' },
  },
  {
    name: 'error-knows-nobody',
    comment: 'Every room throws it, so it stands below them all and knows no package but its own.',
    from: { path: ERROR },
    to: { path: '^packages/' },
  },
  {
    name: 'main-is-nobodys',
    comment: 'main.ts and program.ts know everyone, so nobody may know them; main.ts loads the other.',
    from: { path: '^(packages|tools|bench)/', pathNot: `${SERVER}main\\.ts$` },
    to: { path: `${SERVER}(main|program)\\.ts$` },
  },
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one file, or lack a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'A file that nobody needs and that needs nobody is dead.',
    from: {
      orphan: true,
      path: CODE,
      pathNot: `${TEST}|\\.d\\.ts$|^[^/]+$|/index\\.ts$|${BUILD}|^packages/(server|sandbox|console)/src/main\\.tsx?$`,
    },
    to: {},
  },
  {
    name: 'no-test-imported',
    comment: 'What two tests need belongs into a file of its own, named *.test-support.ts.',
    from: { path: '^(packages|tools|bench)/' },
    to: { path: '\\.test\\.ts$' },
  },
  {
    name: 'no-test-support-in-code',
    comment: 'What exists for tests is held to the rules of tests, so only tests may lean on it.',
    from: { path: '^(packages|tools|bench)/', pathNot: TEST },
    to: { path: '\\.test-support\\.ts$' },
  },
  {
    name: 'no-development-package-in-code',
    comment: 'An installation without development packages must run.',
    from: { path: '^packages/[^/]+/src/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-unlisted-package',
    comment: 'What is imported stands in a package.json; what stands there by accident can vanish.',
    from: { path: '^(packages|tools|bench)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere hides what it would break.',
    from: {},
    to: { couldNotResolve: true },
  },
];

const rules = [
  ...Object.entries(PACKAGES).flatMap(packageRules),
  ...Object.entries(ROOMS).flatMap(roomRules),
  ...RESERVED.map(reservedRule),
  ...EVERYWHERE,
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|vectors|samples)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};

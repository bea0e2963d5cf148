// The page: several phones side by side. Which are open stands in the address, so that a page can be opened again as it was.
import { Dashboard } from './dashboard.js';
import { element, icon } from './element.js';
import { Phone } from './phone.js';
import { listen, sandbox } from './sandbox-client.js';
import { language, say } from './words.js';

const usual = 3;
const newsMs = 6000;
const stage = document.querySelector('#phones');
const news = document.querySelector('#news');
const phones = new Map();
const dashboard = new Dashboard(report);
let people = [];
let numbers = [];
let stopListening = () => undefined;

document.documentElement.lang = language;
document.title = say('title');
document.querySelector('#dashboard').append(dashboard.element);

/** Says what went wrong, where it is seen and read out. */
function report(text) {
  news.textContent = text;
  setTimeout(() => {
    if (news.textContent === text) news.textContent = '';
  }, newsMs);
}

const adding = element('section.add', { 'aria-label': say('addPhone') });
const choice = element('select', { 'aria-label': say('openPhone') });
const nameField = element('input', {
  'aria-label': say('name'),
  placeholder: say('name'),
  required: true,
  maxlength: 60,
});
const phoneField = element('input', {
  type: 'tel',
  'aria-label': say('phone'),
  placeholder: `${say('phone')}, ${say('optional')}`,
});

choice.addEventListener('change', () => {
  if (choice.value !== '') open(choice.value);
});

adding.append(
  element('h2', {}, icon('add'), say('addPhone')),
  choice,
  element(
    'form',
    { submit: addPerson },
    element('h3', {}, say('newPerson')),
    nameField,
    phoneField,
    element('button', { type: 'submit' }, say('create')),
  ),
);

async function addPerson(event) {
  event.preventDefault();
  try {
    const phone = phoneField.value.trim();
    const person = await sandbox.addPerson({ name: nameField.value, language, ...(phone !== '' && { phone }) });
    nameField.value = '';
    phoneField.value = '';
    await showPeople();
    open(person.id);
  } catch (error) {
    report(error.message);
  }
}

async function showPeople() {
  ({ people } = await sandbox.people());
  const closed = people.filter(({ id }) => !phones.has(id));
  const options = closed.map(({ id, name }) => element('option', { value: id }, name));
  choice.replaceChildren(element('option', { value: '' }, say('openPhone')), ...options);
  choice.disabled = closed.length === 0;
}

function open(id) {
  const person = people.find((one) => one.id === id);
  if (phones.has(id) || person === undefined) return;
  const phone = new Phone({ id, language: person.language, numbers, report, close: () => close(id) });
  phones.set(id, phone);
  stage.insertBefore(phone.element, adding);
  settle();
}

function close(id) {
  phones.get(id)?.element.remove();
  phones.delete(id);
  settle();
}

/** After phones were opened or closed: the address, the news and the choice follow. */
function settle() {
  history.replaceState(null, '', `#${[...phones.keys()].join(',')}`);
  stopListening();
  stopListening = listen([...phones.keys()], onNews);
  void showPeople();
}

async function onNews(changed) {
  try {
    if (changed.includes('people')) await showPeople();
    await dashboard.refresh();
    for (const id of changed) await phones.get(id)?.refresh();
  } catch {
    // The stream opens again by itself when the sandbox is back, and then everything is asked for.
  }
}

/** What is open above the page closes when something else is meant. */
function closeOthers(kept) {
  for (const details of document.querySelectorAll('details.faults[open], details.menu[open], details.actions[open]'))
    if (!details.contains(kept)) details.removeAttribute('open');
}
document.addEventListener('click', ({ target }) => closeOthers(target));
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') closeOthers(null);
});

document.addEventListener('visibilitychange', () => void onNews([...phones.keys()]));
setInterval(() => void dashboard.refresh().catch(() => undefined), 2000);

({
  business: { numbers },
} = await sandbox.state());
stage.append(adding);
await showPeople();
const asked = location.hash.slice(1).split(',').filter(Boolean);
const first = people.slice(0, usual).map(({ id }) => id);
for (const id of asked.length > 0 ? asked : first) open(id);
settle();

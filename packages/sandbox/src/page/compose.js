// What a phone writes with: text, files, voice notes and locations; a reply or an edit stands above it until it is sent or dropped.
import { element, icon } from './element.js';
import { say } from './words.js';

const recordings = ['audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm;codecs=opus'];
const places = {
  en: { latitude: '37.77493', longitude: '-122.41942', name: 'San Francisco' },
  es: { latitude: '19.43263', longitude: '-99.13321', name: 'Zócalo' },
  zh: { latitude: '31.23039', longitude: '121.47370', name: '外滩' },
};

/** The foot of a phone. `acts`: text, edit, media, location. */
export class Composer {
  #acts;
  #language;
  #about;
  #strip = element('div.strip', { hidden: true });
  #field = element('textarea', { rows: 1, 'aria-label': say('write'), placeholder: say('write'), dir: 'auto' });
  #place;
  element;

  constructor(acts, language, report) {
    this.#acts = acts;
    this.#language = language;
    const file = element('input', {
      type: 'file',
      hidden: true,
      change: () => {
        for (const one of file.files) void this.#sendFile(one);
        file.value = '';
      },
    });
    this.#place = this.#placeForm();
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        void this.#send();
      }
      if (event.key === 'Escape') this.about(undefined);
    });
    this.#field.addEventListener('input', () => this.#fit());
    const record = button('voice', 'record', () => this.#record(record, file, report));
    this.element = element(
      'form.composer',
      {
        submit: (event) => {
          event.preventDefault();
          void this.#send();
        },
      },
      this.#strip,
      this.#place,
      element(
        'div.fields',
        {},
        button('attach', 'attach', () => file.click()),
        button('place', 'location', () => this.#togglePlace()),
        record,
        this.#field,
        element('button.send', { type: 'submit', 'aria-label': say('send'), title: say('send') }, icon('send')),
        file,
      ),
    );
  }

  /** Sets what the next text answers or replaces; nothing drops it. */
  about(about) {
    this.#about = about;
    this.#strip.hidden = about === undefined;
    this.#strip.replaceChildren();
    if (about === undefined) return;
    const drop = button('close', 'cancel', () => this.about(undefined));
    const what = element('span', { dir: 'auto' }, about.message.text || about.message.type);
    this.#strip.append(element('b', {}, say(about.how === 'edit' ? 'editing' : 'replying')), what, drop);
    if (about.how === 'edit') this.#field.value = about.message.text;
    this.#fit();
    this.#field.focus();
  }

  #fit() {
    this.#field.rows = Math.min(5, this.#field.value.split('\n').length);
  }

  #replyTo() {
    return this.#about?.how === 'reply' ? { replyTo: this.#about.message.wamid } : {};
  }

  async #send() {
    const body = this.#field.value;
    if (body.trim() === '') return;
    const isSent =
      this.#about?.how === 'edit'
        ? await this.#acts.edit(this.#about.message.wamid, body)
        : await this.#acts.text({ body, ...this.#replyTo() });
    if (!isSent) return;
    this.#field.value = '';
    this.about(undefined);
    this.#fit();
  }

  async #sendFile(file, voice = false) {
    const caption = this.#field.value.trim();
    const kind = kindOf(file.type);
    const hasCaption = caption !== '' && kind !== 'audio';
    const members = { kind, filename: file.name ?? 'voice', voice, ...this.#replyTo(), ...(hasCaption && { caption }) };
    if (!(await this.#acts.media(file, members))) return;
    if (hasCaption) this.#field.value = '';
    this.about(undefined);
  }

  /** Records until the button is pressed again; without a microphone a file can be chosen. */
  async #record(record, file, report) {
    if (record.recorder) {
      record.recorder.stop();
      return;
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = recordings.find((type) => MediaRecorder.isTypeSupported(type));
      const recorder = new MediaRecorder(stream, { mimeType });
      const parts = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        record.recorder = undefined;
        showRecording(record, false);
        void this.#sendFile(new Blob(parts, { type: recorder.mimeType.replace(';codecs=', '; codecs=') }), true);
      };
      record.recorder = recorder;
      showRecording(record, true);
      recorder.start();
    } catch {
      report(say('noMicrophone'));
      file.accept = 'audio/*';
      file.click();
      file.accept = '';
    }
  }

  #togglePlace() {
    this.#place.hidden = !this.#place.hidden;
    if (!this.#place.hidden) this.#place.querySelector('input').focus();
  }

  #placeForm() {
    const { latitude, longitude, name } = places[this.#language] ?? places.en;
    const field = (value, label, size) => element('input', { value, 'aria-label': label, title: label, size });
    const fields = [
      field(name, say('locationName'), 12),
      field(latitude, 'Latitude', 9),
      field(longitude, 'Longitude', 10),
    ];
    const send = element('button', { type: 'button' }, say('send'));
    send.addEventListener('click', async () => {
      const [place, north, east] = fields.map(({ value }) => value.trim());
      const location = { latitude: Number(north), longitude: Number(east), ...(place !== '' && { name: place }) };
      if (await this.#acts.location(location)) this.#place.hidden = true;
    });
    return element('div.place-form', { hidden: true }, ...fields, send);
  }
}

function button(name, label, click) {
  return element('button.icon', { type: 'button', 'aria-label': say(label), title: say(label), click }, icon(name));
}

function showRecording(record, isRecording) {
  const label = say(isRecording ? 'recording' : 'record');
  record.classList.toggle('recording', isRecording);
  record.replaceChildren(icon(isRecording ? 'stop' : 'voice'));
  record.setAttribute('aria-label', label);
  record.title = label;
}

function kindOf(type) {
  if (type === 'image/webp') return 'sticker';
  const [kind] = type.split('/');
  return ['image', 'video', 'audio'].includes(kind) ? kind : 'document';
}

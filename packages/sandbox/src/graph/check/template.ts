// A template message against the template: its state, how many parameters each part wants and of what kind. The codes are the
// platform's: 132001 unknown or not approved, 132000 count, 132012 kind, 132005 length, 132015 paused, 132016 disabled.
import { SandboxError } from '../../sandbox-error.ts';
import { filled, placeholders, type Template, type TemplateComponent, type Templates } from '../../world/template.ts';
import { checkPlace, checkSource, type FindMedia } from './content.ts';
import type { Form } from './form.ts';

const maxFilled = 1024;
const maxHeader = 60;
const mediaFormats = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

/** A template with its places filled. */
export interface FilledTemplate {
  readonly template: Template;
  /** What a phone shows. */
  readonly text: string;
}

/** Checks the `template` object of a request. @returns the template and its words */
export function checkTemplate(form: Form, templates: Templates, find: FindMedia): FilledTemplate {
  const name = form.text('name', { max: 512 });
  const language = form.inner('language').text('code', { max: 15 });
  const template = templates.find(name, language);
  if (!template || template.state === 'PENDING' || template.state === 'REJECTED')
    throw new SandboxError(132001, `template name (${name}) does not exist in ${language}`);
  if (template.state === 'PAUSED') throw new SandboxError(132015, `template ${name} is paused`);
  if (template.state === 'DISABLED') throw new SandboxError(132016, `template ${name} is disabled`);
  const components = form.list('components', { min: 0, max: 20 });
  for (const component of components) component.oneOf('type', typeNames);
  const words = template.components.flatMap((wanted) => partOf(template, wanted, components, find) ?? []);
  return { template, text: words.join('\n') };
}

const typeNames = ['header', 'body', 'button', 'carousel', 'limited_time_offer', 'order_status', 'footer'] as const;

function partOf(
  template: Template,
  wanted: TemplateComponent,
  components: readonly Form[],
  find: FindMedia,
): string | undefined {
  const given = components.find(({ object }) => object['type'] === wanted.type.toLowerCase());
  if (wanted.type === 'BUTTONS') {
    checkButtons(wanted, components);
    return undefined;
  }
  if (wanted.type === 'HEADER' && wanted.format !== undefined && wanted.format !== 'TEXT') {
    checkMediaHeader(wanted.format, given, find);
    return undefined;
  }
  const text = wanted.text ?? '';
  const values = valuesOf(template, placeholders(text), given, wanted.type);
  const shown = filled(text, values);
  if ([...shown].length > (wanted.type === 'HEADER' ? maxHeader : maxFilled))
    throw new SandboxError(132005, `component ${wanted.type} is too long`);
  return shown;
}

function valuesOf(
  template: Template,
  names: readonly string[],
  given: Form | undefined,
  part: string,
): ReadonlyMap<string, string> {
  const parameters = given?.list('parameters', { min: 0, max: 100 }) ?? [];
  if (parameters.length !== names.length)
    throw new SandboxError(
      132000,
      `${part.toLowerCase()}: number of localizable_params (${parameters.length}) does not match the expected number of params (${names.length})`,
    );
  return new Map(
    parameters.map((parameter, index) => {
      const type = parameter.object['type'];
      if (type !== 'text' && type !== 'currency' && type !== 'date_time')
        throw new SandboxError(132012, `${part.toLowerCase()}: parameter ${index + 1} must be a text`);
      return [nameOf(template, parameter, names, index), textOfParameter(parameter, String(type))];
    }),
  );
}

function nameOf(template: Template, parameter: Form, names: readonly string[], index: number): string {
  if (template.parameterFormat === 'POSITIONAL') return names[index] ?? '';
  const name = parameter.text('parameter_name', { max: 100 });
  if (!names.includes(name)) throw new SandboxError(132000, `parameter_name ${name} is not in the template`);
  return name;
}

const textOfParameter = (parameter: Form, type: string): string =>
  type === 'text'
    ? parameter.text('text', { max: 32_768 })
    : parameter.inner(type).text('fallback_value', { max: maxFilled });

function checkMediaHeader(
  format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION',
  given: Form | undefined,
  find: FindMedia,
): void {
  const [parameter] = given?.list('parameters', { min: 0, max: 1 }) ?? [];
  if (!parameter) throw new SandboxError(132012, `header: expected ${format}, received UNKNOWN`);
  const type = format === 'LOCATION' ? 'location' : mediaFormats[format];
  if (parameter.object['type'] !== type) throw new SandboxError(132012, `header: expected ${format}`);
  if (type === 'location') checkPlace(parameter.inner('location'));
  else checkSource(parameter.inner(type), type, find);
}

/** A button with something open in it needs a parameter; a quick reply may have a payload. */
function checkButtons({ buttons = [] }: TemplateComponent, components: readonly Form[]): void {
  const given = components.filter(({ object }) => object['type'] === 'button');
  const byIndex = new Map(given.map((form) => [Number(form.object['index']), form]));
  for (const [index, form] of byIndex) {
    if (!buttons[index]) form.tooMuch('index', 'is not in the template');
    form.text('sub_type', { max: 30 });
  }
  for (const [index, button] of buttons.entries()) {
    const wants = placeholders(button.url).length > 0 || button.type === 'COPY_CODE' || button.type === 'OTP';
    const parameters = byIndex.get(index)?.list('parameters', { min: 0, max: 1 }) ?? [];
    if (wants && parameters.length === 0)
      throw new SandboxError(132000, `button at index ${index} of type ${button.type} requires a parameter`);
  }
}

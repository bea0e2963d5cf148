// A template that the business hands in: it waits a minute for the platform's look, is approved, and a webhook says so.
import { type JsonObject, present } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import { readComponents, type Template } from '../world/template.ts';
import type { World } from '../world/world.ts';
import type { Form } from './check/form.ts';

const nameForm = /^[a-z0-9_]+$/;
const reviewMs = 60_000;

/** @returns the platform's answer. @throws SandboxError 100 if there is such a template already, or it has no body */
export function createTemplate(world: World, request: Form): JsonObject {
  const name = request.text('name', { max: 512, form: nameForm });
  const language = request.text('language', { max: 15 });
  const category = request.oneOf('category', ['MARKETING', 'UTILITY', 'AUTHENTICATION']);
  const components = readComponents(request.object['components']);
  if (!components.some(({ type }) => type === 'BODY')) request.missing('components');
  if (world.templates.find(name, language)) throw new SandboxError(100, 'There is already a template of this name');
  const parameterFormat = request.object['parameter_format'] === 'NAMED' ? 'NAMED' : 'POSITIONAL';
  const id = String(700_000_000_000_000 + world.templates.all().length);
  const template: Template = { id, name, language, category, parameterFormat, components, state: 'PENDING' };
  world.templates.add(template);
  world.clock.in(reviewMs, () => {
    if (template.state !== 'PENDING') return;
    template.state = 'APPROVED';
    tellTemplate(world, template);
  });
  return { id, status: template.state, category };
}

/** Tells the business of a template's new state. */
export function tellTemplate(world: World, { id, name, language, state }: Template): void {
  const value = present({
    event: state,
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
    reason: state === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
    other_info: state === 'PAUSED' ? { title: 'FIRST_PAUSE', description: 'Paused for low quality.' } : undefined,
  });
  world.post.post({ number: world.number().id, field: 'message_template_status_update', value });
}

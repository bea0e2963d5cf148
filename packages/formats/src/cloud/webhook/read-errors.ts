// Reads a list of the platform's errors, in their new writing (`error_data.details`) and the old one (`details`).
import type { CloudError } from '../fact/cloud-error.ts';
import { type Draft, integerOf, listOf, objectOf, textOf } from './loose-json.ts';

/** @returns the errors of a list, in its order; nothing if there is none. What has neither code nor words is another kind of error. */
export function errorsOf(value: unknown): readonly CloudError[] | undefined {
  const errors = listOf(value)
    .map(errorOf)
    .filter(({ code, title, message, details }) => code !== -1 || (title ?? message ?? details) !== undefined);
  return errors.length === 0 ? undefined : errors;
}

/** @returns what of an error can be read; code −1 where no code can */
export function errorOf(value: unknown): CloudError {
  const object = objectOf(value);
  const error: Draft<CloudError> = { code: integerOf(object?.['code']) ?? -1 };
  const title = textOf(object?.['title']);
  const message = textOf(object?.['message']);
  const data = object?.['error_data'];
  const details = textOf(objectOf(data)?.['details']) ?? textOf(object?.['details']) ?? textOf(data);
  if (title !== undefined) error.title = title;
  if (message !== undefined) error.message = message;
  if (details !== undefined) error.details = details;
  return error;
}

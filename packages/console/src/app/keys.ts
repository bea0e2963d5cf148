// Single keys of the keyboard. They rest while somebody writes or an input method composes, and can be switched off.

import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const OFF = 'acta.single-keys';
const CHORD_MS = 900;

/** Whether single keys act on this device. */
export function areKeysOn(): boolean {
  return localStorage.getItem(OFF) !== 'off';
}

export function switchKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, 'off');
}

/** Acts on keys while the component is there: `j`, `?`, `Escape`, chords such as `g i`, and `mod+k` for ⌘K or Ctrl K. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let chord = '';
    let chordAt = 0;
    const pressed = (event: KeyboardEvent): void => {
      const key = keyOf(event);
      if (key === undefined) return;
      const joined = event.timeStamp - chordAt < CHORD_MS ? `${chord} ${key}` : key;
      const act = latest.current[joined] ?? latest.current[key];
      [chord, chordAt] = [key, act === undefined ? event.timeStamp : 0];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** The key as acts name it; none while somebody writes, or where single keys are switched off. */
function keyOf(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.defaultPrevented || event.altKey || isApart(event.target)) return undefined;
  if (event.metaKey || event.ctrlKey) return `mod+${event.key.toLowerCase()}`;
  const rests = isWriting(event.target) || isPressing(event) || !areKeysOn();
  return rests && event.key !== 'Escape' ? undefined : event.key;
}

const PRESSED = 'a[href], button, summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"]';
const APART = 'dialog, [role="dialog"], [role="menu"]';

/** In a layer above the page no key acts on the page below it; Escape is the layer's own. */
function isApart(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(APART) !== null;
}

/** Enter and space press what has the focus. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return target instanceof Element && (key === 'Enter' || key === ' ') && target.closest(PRESSED) !== null;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

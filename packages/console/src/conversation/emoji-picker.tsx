// A few emoji that people answer with; every other one comes from the keyboard of the device.

import { SmileyIcon } from '@phosphor-icons/react/Smiley';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '../look/button.tsx';
import { useWords } from '../words/words.tsx';
import styles from './reply.module.css';

const EMOJI = '👍 🙏 😊 🙂 😀 😉 😅 🤝 👌 👏 🎉 ❤️ ✅ ⏳ 📦 🚚 📍 📞 💳 🧾 🛠️ ☀️ 🌧️ ⚠️'.split(' ');
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };

export function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && around.current?.contains(event.target) === false) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    around.current?.querySelector<HTMLElement>('[data-emoji]')?.focus();
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    around.current?.querySelector('button')?.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') close();
    else if (step !== undefined && event.target instanceof HTMLElement) {
      const all = [...(around.current?.querySelectorAll<HTMLElement>('[data-emoji]') ?? [])];
      all[all.indexOf(event.target) + step]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={around} className={styles['emoji']}>
      <IconButton name={t('conversation.emoji')} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <SmileyIcon size={18} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <fieldset className={styles['emojis']} aria-label={t('conversation.emoji')} onKeyDown={pressed}>
          {EMOJI.map((one) => (
            <button
              key={one}
              type="button"
              data-emoji="true"
              onClick={() => {
                onPick(one);
                close();
              }}
            >
              {one}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

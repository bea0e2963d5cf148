// What a message says. Its text is hostile: it is shown as text, in its own direction, links plainly and without telling where they
// were followed from; a long one is folded until somebody asks for all of it.

import { type ReactNode, useState } from 'react';
import { LinkButton } from '../look/button.tsx';
import { classes } from '../look/class-names.ts';
import { useWords } from '../words/words.tsx';
import styles from './bubble.module.css';
import { isFewEmoji, isFolded, partsOf } from './said-text.ts';

export function TextBody({
  text,
  marked = [],
  truncated = false,
}: {
  readonly text: string;
  /** Words that were searched for. */
  readonly marked?: readonly string[];
  readonly truncated?: boolean;
}): ReactNode {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const isLong = isFolded(text);
  return (
    <>
      <p
        dir="auto"
        className={classes(styles['text'], isFewEmoji(text) && styles['few'], isLong && !isOpen && styles['folded'])}
      >
        {partsOf(text, marked).map(({ href, isHit, text: said }, index) => {
          // The parts of a text stand in the order of the text.
          const key = `${index}`;
          if (href !== undefined)
            return (
              <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
                {said}
              </a>
            );
          return isHit === true ? <mark key={key}>{said}</mark> : said;
        })}
      </p>
      {isLong && (
        <LinkButton className={styles['fold']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'conversation.show-less' : 'conversation.show-all')}
        </LinkButton>
      )}
      {truncated && <p className={styles['aside']}>{t('conversation.truncated')}</p>}
    </>
  );
}

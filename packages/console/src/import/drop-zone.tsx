// Where files may be let go: the whole page takes them, a dashed place says so.

import { DownloadSimpleIcon } from '@phosphor-icons/react/DownloadSimple';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { droppedFiles } from './dropped-files.ts';
import styles from './import.module.css';

/** Takes what is dropped anywhere; tells whether files hang over the page. */
export function useDrops(add: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const isFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const away = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(add);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', away);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', away);
      window.removeEventListener('drop', drop);
    };
  }, [add]);
  return isOver;
}

export function DropZone({ isOver, onClick }: { readonly isOver: boolean; readonly onClick: () => void }): ReactNode {
  const t = useWords();
  return (
    <button type="button" className={styles['drop']} data-over={isOver} onClick={onClick}>
      <DownloadSimpleIcon size={18} aria-hidden="true" />
      {t(isOver ? 'import.drop-now' : 'import.drop')}
    </button>
  );
}

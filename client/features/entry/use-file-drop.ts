import { useEffect, useState } from 'react';
import { useStable } from './use-stable.ts';

/**
 * Takes files that are dropped anywhere on the page: beside the grid a browser would leave the page and open them.
 * @returns whether one is being dragged over it
 */
export function useFileDrop(take: (files: readonly File[]) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  const onFiles = useStable(take);
  useEffect(() => {
    // Entering a child comes before leaving its parent, so that they are counted.
    let depth = 0;
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const show = (by: number) => {
      depth = Math.max(0, depth + by);
      setDragged(depth > 0);
    };
    const enter = (event: DragEvent) => holdsFiles(event) && show(1);
    const leave = (event: DragEvent) => holdsFiles(event) && show(-1);
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      show(-depth);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return isDragged;
}

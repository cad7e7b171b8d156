import type { PickedFile } from './pickedFile';

/** One picture by the browser's own chooser, which offers a phone's camera as well; null when it is closed without one. */
export function pickPhoto(): Promise<PickedFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/jpeg,image/png';
  input.hidden = true;
  document.body.append(input);
  return new Promise<PickedFile | null>((resolve) => {
    input.addEventListener('change', () => {
      const [file] = Array.from(input.files ?? []);
      resolve(file ? { path: URL.createObjectURL(file), bytes: file.size, blob: file } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  }).finally(() => input.remove());
}

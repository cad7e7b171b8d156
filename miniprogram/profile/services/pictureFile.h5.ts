import { base64 } from '@/services/bytes';

/** Where an Image finds a PNG. */
export const pictureFile = (png: Uint8Array, _name: string): string => `data:image/png;base64,${base64(png)}`;

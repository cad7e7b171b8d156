import sharp from 'sharp';

/** A picture of noise, so that it weighs something: some 50 KB as JPEG unless told otherwise. */
export function noise(width = 300, height = 400) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
}

/** A picture as a phone sends it. */
export const jpeg = async (width?: number, height?: number) => noise(width, height).jpeg().toBuffer();

/** Bytes as an upload takes them. */
export const fileOf = (bytes: Buffer, name = 'photo.jpg', type = 'image/jpeg') =>
  new File([new Uint8Array(bytes)], name, { type });

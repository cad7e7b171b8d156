import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { photoAddress } from '@/services/photoAddress';
import './avatar.scss';

interface AvatarProps {
  /** As the API gives it; its address ends after minutes. */
  photoUrl: string | null;
  /** Stands in for a photo that is not there. */
  letter: string;
}

/** A person's photo in a disc, or the first character of the name. */
export function Avatar({ photoUrl, letter }: AvatarProps) {
  const [gone, setGone] = useState<string | null>(null);
  return (
    <View className="avatar">
      {photoUrl && gone !== photoUrl ? (
        <Image
          className="avatar__image"
          src={photoAddress(photoUrl)}
          mode="aspectFill"
          onError={() => setGone(photoUrl)}
        />
      ) : (
        letter
      )}
    </View>
  );
}

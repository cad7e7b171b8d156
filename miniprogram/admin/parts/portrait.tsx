import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Pressable } from '@/components/pressable/pressable';
import { photoAddress } from '@/services/photoAddress';
import './parts.scss';

interface PortraitProps {
  url: string | null;
  name: string;
  /** `large` can be opened to fill the screen. */
  size?: 'small' | 'large';
}

/** A person's photo; without one, or when its address has run out, the first letter of his name. */
export function Portrait({ url, name, size = 'small' }: PortraitProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const classes = `portrait portrait--${size}`;
  if (!url || broken === url) {
    return (
      <View className={`${classes} portrait--none`}>
        {size === 'large' ? '未上传照片' : name.slice(0, 1)}
      </View>
    );
  }
  const address = photoAddress(url);
  const picture = (
    <Image
      className={classes}
      src={address}
      mode="aspectFill"
      onError={() => setBroken(url)}
      aria-label={`${name}的照片`}
    />
  );
  return size === 'large' ? (
    <Pressable label={`放大${name}的照片`} onPress={() => Taro.previewImage({ urls: [address] })}>
      {picture}
    </Pressable>
  ) : (
    picture
  );
}

import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Pressable } from '@/components/pressable/pressable';
import { photoAddress } from '@/services/photoAddress';
import './parts.scss';

/** The picture in a stem; a tap fills the screen with it. */
export function StemPicture({ url, onReload }: { url: string; onReload: () => Promise<void> }) {
  const address = photoAddress(url);
  const [broken, setBroken] = useState<string>();
  const [tries, setTries] = useState(0);
  if (broken === address) {
    return (
      <View className="gap-m">
        <Button
          kind="secondary"
          size="small"
          onPress={async () => {
            // Its address is good for two hours: a new one may be needed.
            await onReload();
            setBroken(undefined);
            setTries(tries + 1);
          }}
        >
          图片没有加载成功，点按重试
        </Button>
      </View>
    );
  }
  return (
    <Pressable
      className="stem-picture"
      label="放大图片"
      onPress={() => Taro.previewImage({ urls: [address] })}
    >
      <Image
        key={tries}
        className="stem-picture__image"
        src={address}
        mode="widthFix"
        onError={() => setBroken(address)}
      />
    </Pressable>
  );
}

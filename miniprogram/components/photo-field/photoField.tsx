import { theme } from '@common/theme';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import type { PhotoUpload } from '@/hooks/usePhoto';
import { photoAddress } from '@/services/photoAddress';
import type { SavedPhoto } from '@/services/registerForm';
import './photoField.scss';

interface PhotoFieldProps {
  id: string;
  label: string;
  required?: boolean;
  /** What to photograph. */
  hint: string;
  upload: PhotoUpload;
  saved: SavedPhoto | null;
  error?: string;
}

/** A photo: chosen, seen at once, saved; then exchanged or removed. */
export function PhotoField({ id, label, required, hint, upload, saved, error }: PhotoFieldProps) {
  const { picked, choose } = upload;
  const fault = upload.error || error;
  return (
    <Field id={id} label={label} required={required} error={fault} hint={hint}>
      {picked || saved ? (
        <View className="photo">
          <Preview
            key={picked?.path ?? saved?.url}
            src={picked?.path ?? (saved?.url ? photoAddress(saved.url) : '')}
          />
          <View className="photo__steps">
            {picked ? <Unsaved upload={upload} /> : <Saved upload={upload} />}
          </View>
        </View>
      ) : (
        <Pressable className="photo__empty" id={`${id}-choose`} onPress={choose}>
          <Icon name="camera" size={26} color={theme.color.brand} />
          <View className="photo__words">选择照片或拍照</View>
        </Pressable>
      )}
    </Field>
  );
}

/** A saved photo's address ends after minutes: then a sign stands in its place. */
function Preview({ src }: { src: string }) {
  const [isGone, setGone] = useState(!src);
  return (
    <View className="photo__frame">
      {isGone ? (
        <Icon name="person" size={40} color={theme.color.inkFaint} />
      ) : (
        <Image className="photo__image" src={src} mode="aspectFill" onError={() => setGone(true)} />
      )}
    </View>
  );
}

function Unsaved({ upload: { percent, save, choose, remove } }: { upload: PhotoUpload }) {
  if (percent !== null) {
    return (
      <>
        <View className="photo__state">正在保存 {percent}%</View>
        <View className="photo__bar">
          <View className="photo__bar-done" style={{ width: `${percent}%` }} />
        </View>
      </>
    );
  }
  return (
    <>
      <View className="photo__state photo__state--act">预览，尚未保存</View>
      <Button id="photo-save" size="small" onPress={save}>
        保存照片
      </Button>
      <View className="photo__more">
        <Button kind="quiet" size="small" inline onPress={choose}>
          重选
        </Button>
        <Button kind="quiet" size="small" inline onPress={remove}>
          取消
        </Button>
      </View>
    </>
  );
}

function Saved({ upload: { choose, remove } }: { upload: PhotoUpload }) {
  return (
    <>
      <View className="photo__state photo__state--done">
        <Icon name="check" size={18} color={theme.color.done} />
        照片已保存
      </View>
      <View className="photo__more">
        <Button kind="secondary" size="small" inline onPress={choose}>
          更换
        </Button>
        <Button kind="quiet" size="small" inline onPress={remove}>
          移除
        </Button>
      </View>
    </>
  );
}

import { ApiError } from '@common/contract/errors';
import { checkPhotoSize } from '@common/rules/photo';
import { useState } from 'react';
import { ask } from '@/services/feedback';
import type { PickedFile } from '@/services/pickedFile';
import { pickPhoto } from '@/services/pickPhoto';
import type { SavedPhoto } from '@/services/registerForm';
import { api } from '@/services/session';

export interface PhotoUpload {
  /** Picked and shown, not sent yet. */
  picked: PickedFile | null;
  /** What is wrong with what was picked. */
  error: string;
  /** While it is sent: how much has gone, 0 to 100. */
  percent: number | null;
  choose(): Promise<void>;
  /** 保存照片: sends it. */
  save(): Promise<void>;
  /** Takes back what was picked, or else removes what was saved. */
  remove(): Promise<void>;
}

/**
 * A photo on its way (manual 003 §三(2): 5K–3M, 预览, 保存照片): seen at once from the phone itself, then sent.
 * @param onChange Gets the saved photo, null when it was removed.
 */
export function usePhoto(onChange: (photo: SavedPhoto | null) => unknown): PhotoUpload {
  const [picked, setPicked] = useState<PickedFile | null>(null);
  const [error, setError] = useState('');
  const [percent, setPercent] = useState<number | null>(null);

  const choose = async () => {
    const file = await pickPhoto();
    if (!file) {
      return;
    }
    const size = checkPhotoSize(file.bytes);
    setPicked(size.ok ? file : null);
    setError(size.ok ? '' : size.message);
  };
  const save = async () => {
    if (!picked) {
      return;
    }
    setError('');
    setPercent(0);
    try {
      const { photoId, url } = await api.learners.uploadPhoto({
        file: { ...picked, onProgress: setPercent },
      });
      await onChange({ photoId, url });
      setPicked(null);
    } catch (failure) {
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      setError(failure.message);
    } finally {
      setPercent(null);
    }
  };
  const remove = async () => {
    setError('');
    if (picked) {
      setPicked(null);
    } else if (await ask('移除照片', '移除后可以重新选择。', '移除')) {
      await onChange(null);
    }
  };
  return { picked, error, percent, choose, save, remove };
}

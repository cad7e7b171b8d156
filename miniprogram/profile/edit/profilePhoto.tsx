import { PhotoField } from '@/components/photo-field/photoField';
import { usePhoto } from '@/hooks/usePhoto';
import { tell } from '@/services/feedback';
import type { SavedPhoto } from '@/services/registerForm';
import { api, session } from '@/services/session';

interface ProfilePhotoProps {
  saved: SavedPhoto | null;
  onSaved: (photo: SavedPhoto | null) => void;
}

/** 照片 of the profile: 保存照片 is all there is to do. */
export function ProfilePhoto({ saved, onSaved }: ProfilePhotoProps) {
  const upload = usePhoto(async (photo) => {
    await api.learners.saveProfile({ photoId: photo?.photoId ?? null });
    onSaved(photo);
    tell(photo ? '照片已保存' : '照片已移除');
    await session.refresh();
  });
  return (
    <PhotoField
      id="field-photoId"
      label="照片"
      hint="近期免冠正面照，5KB–3MB，JPEG或PNG"
      upload={upload}
      saved={saved}
    />
  );
}

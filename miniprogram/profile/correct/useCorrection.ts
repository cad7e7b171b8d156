import type { InputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { learners } from '@common/contract/learners';
import { useState } from 'react';
import { usePhoto } from '@/hooks/usePhoto';
import { tell } from '@/services/feedback';
import { replaceWith } from '@/services/navigate';
import type { SavedPhoto } from '@/services/registerForm';
import { api } from '@/services/session';

type Errors = Record<string, string | undefined>;

/** What both forms of a correction share: the proof's photo, faults at their fields, the sending. */
export function useCorrection() {
  const [proof, setProof] = useState<SavedPhoto | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const photo = usePhoto((saved) => {
    setProof(saved);
    setErrors((now) => ({ ...now, proofId: undefined }));
  });
  const forget = (field: string) => setErrors((now) => ({ ...now, [field]: undefined }));

  /** Sends what is good; `found` are the faults that were seen here. */
  const send = async (found: Errors, input: () => InputOf<(typeof learners)['requestCorrection']>) => {
    const all = { ...found, ...(photo.picked ? { proofId: '照片还没有保存，请点“保存照片”' } : {}) };
    setErrors(all);
    if (Object.values(all).some(Boolean)) {
      return;
    }
    try {
      await api.learners.requestCorrection(input());
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      const field = error.code === 'PHOTO_INVALID' ? 'proofId' : error.field;
      if (!field) {
        throw error;
      }
      setErrors({ [field]: error.message });
      return;
    }
    tell('已提交，等待单位审核');
    await replaceWith('corrections');
  };
  return { proof, photo, errors, forget, send };
}

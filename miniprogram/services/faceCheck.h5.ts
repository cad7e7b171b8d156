import { ApiError } from '@common/contract/errors';

/** A browser has no 人脸核身 of WeChat's. Takes the place of faceCheck.ts in the H5 build. Always rejects with an ApiError. */
export async function checkFace(_claimId: string): Promise<string> {
  throw new ApiError({
    code: 'FACE_CHECK_FAILED',
    message: '浏览器不能进行人脸核身，请在微信小程序“继教通”中扫描大屏上的二维码',
  });
}

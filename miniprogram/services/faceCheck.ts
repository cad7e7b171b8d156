import { ApiError } from '@common/contract/errors';
import Taro from '@tarojs/taro';
import { api } from './session';

/** The screen flashes, where the phone can; else WeChat has numbers read out, which a full hall drowns. */
const SCREEN_FLASH = 2;

function failure(message: string): ApiError {
  return new ApiError({ code: 'FACE_CHECK_FAILED', message });
}

/**
 * WeChat compares the face with the person's name and idNo; whether it passed the server asks WeChat itself.
 * faceCheck.h5.ts takes its place in a browser.
 * @returns The passed check's id, for the check-in of this claim.
 * @throws ApiError
 */
export async function checkFace(claimId: string): Promise<string> {
  const { faceCheckId, name, idNo } = await api.faceChecks.startFaceCheck({ claimId });
  let verifyResult: string;
  try {
    const answer = await Taro.startFacialRecognitionVerify({
      name,
      idCardNumber: idNo,
      checkAliveType: SCREEN_FLASH,
    });
    verifyResult = answer.verifyResult;
  } catch (error) {
    const isLeft = /cancel/i.test(String((error as { errMsg?: string }).errMsg));
    throw failure(isLeft ? '您已退出人脸核身，请重新核身' : '人脸核身没有完成，请本人正对手机重试');
  }
  const { passed, message } = await api.faceChecks.finishFaceCheck({ faceCheckId, verifyResult });
  if (!passed) {
    throw failure(message);
  }
  return faceCheckId;
}

/** A one-time code for somebody to set a password of their own with. */
export interface CodeSlip {
  /** What the person is: 安全管理员; or their unit. */
  readonly who: string;
  readonly name: string;
  readonly login: string;
  readonly code: string;
}

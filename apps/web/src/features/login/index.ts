export { LinkPage } from './link-page';
export { LoginPage } from './login-page';

import { Body, Controller, Get, HttpCode, Ip, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AccessJournal } from './access-journal';
import { AccountsService } from './accounts.service';
import { CurrentActor, type Actor } from '../auth/actor';
import { LoginService } from './login.service';
import { MeService } from './me.service';
import { Public, Right, SignedIn } from '../auth/permission.decorators';
import { clearSessionCookie, setSessionCookie } from '../auth/session-cookie';
import { SessionsService } from '../auth/sessions.service';
import { Settings } from '../settings';
import { DemoLoginBody, LinkBody, LoginBody, PasswordBody, WishesBody } from './dto/auth.body';
import { AccessEventList, LinkView, MeView, ModeView, PasswordLinkView, SessionView } from './dto/auth.view';

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    private readonly login: LoginService,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    private readonly me: MeService,
    private readonly settings: Settings,
    private readonly journal: AccessJournal,
  ) {}

  @Get('auth/mode')
  @Public(600)
  @ApiOperation({ summary: 'Whether this is the demo, and who can be tried there' })
  @ApiResponse({ status: 200, type: ModeView })
  readMode(): Promise<ModeView> {
    return this.login.mode();
  }

  @Post('auth/login')
  // One address is often a whole office at nine in the morning; guesses are counted by name and network.
  @Public(600)
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in' })
  @ApiResponse({ status: 200, type: SessionView })
  async signIn(@Body() body: LoginBody, @Ip() address: string, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    return this.answer(await this.login.byPassword(body.login, body.password, address), response);
  }

  @Post('auth/demo')
  @Public(120)
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in as a demo person; exists in demo mode only' })
  @ApiResponse({ status: 200, type: SessionView })
  async signInDemo(@Body() body: DemoLoginBody, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    return this.answer(await this.login.demo(body.personId), response);
  }

  @Post('auth/logout')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out here' })
  @ApiResponse({ status: 204 })
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    clearSessionCookie(response, this.settings.secure);
    await this.sessions.end(actor);
  }

  @Post('auth/logout-everywhere')
  @SignedIn('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'End all my sessions and tokens' })
  @ApiResponse({ status: 204 })
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    clearSessionCookie(response, this.settings.secure);
    await this.accounts.signOutEverywhere(actor);
  }

  @Post('auth/password')
  @SignedIn('admin')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change my password; my other sessions and my tokens end' })
  @ApiResponse({ status: 200, type: SessionView })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: PasswordBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.answer(await this.accounts.changePassword(actor, body.current, body.next), response);
  }

  @Get('auth/links/:token')
  @Public(60)
  @ApiOperation({ summary: 'What a single-use link is for; never spends it' })
  @ApiResponse({ status: 200, type: LinkView })
  readLink(@Param('token') token: string): Promise<LinkView> {
    return this.accounts.readLink(token);
  }

  @Post('auth/links/:token')
  @Public(60)
  @HttpCode(200)
  @ApiOperation({ summary: 'Spend a single-use link: set the password and sign in' })
  @ApiResponse({ status: 200, type: SessionView })
  async spendLink(
    @Param('token') token: string,
    @Body() body: LinkBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    return this.answer(await this.accounts.spendLink(token, body), response);
  }

  @Get('me/access')
  @SignedIn()
  @ApiOperation({ summary: 'What was done to how I get in, and by whom: tokens, links, passwords; newest first' })
  @ApiResponse({ status: 200, type: AccessEventList })
  listAccess(@CurrentActor() actor: Actor): Promise<AccessEventList> {
    return this.journal.list(actor);
  }

  @Post('people/:id/password-link')
  @Right('accounts.reset')
  @ApiOperation({ summary: 'A single-use link with which somebody sets a new password; shown once' })
  @ApiResponse({ status: 201, type: PasswordLinkView })
  issuePasswordLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PasswordLinkView> {
    return this.accounts.passwordLink(actor, id);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Who I am and what I may use' })
  @ApiResponse({ status: 200, type: MeView })
  readMe(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.me.read(actor);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({ summary: 'Change what I wish for: language, keys' })
  @ApiResponse({ status: 200, type: MeView })
  changeMe(@CurrentActor() actor: Actor, @Body() body: WishesBody): Promise<MeView> {
    return this.me.keepWishes(actor, body);
  }

  private async answer(opened: { token: string; actor: Actor }, response: Response): Promise<SessionView> {
    setSessionCookie(response, opened.token, this.settings.secure);
    return { csrfToken: opened.actor.csrf ?? '', me: await this.me.read(opened.actor) };
  }
}

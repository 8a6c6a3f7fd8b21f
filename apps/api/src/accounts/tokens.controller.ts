import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { TokensService } from './tokens.service';
import { IssueTokenBody } from './dto/auth.body';
import { IssuedTokenView, TokenList } from './dto/auth.view';

@ApiTags('tokens')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My tokens, and those that I issued for others' })
  @ApiResponse({ status: 200, type: TokenList })
  listTokens(@CurrentActor() actor: Actor): Promise<TokenList> {
    return this.tokens.list(actor);
  }

  @Post()
  @SignedIn('admin')
  @ApiOperation({ summary: 'Issue a token; for somebody else only by the right tokens.issue-others, and they are told' })
  @ApiResponse({ status: 201, type: IssuedTokenView })
  issueToken(@CurrentActor() actor: Actor, @Body() body: IssueTokenBody): Promise<IssuedTokenView> {
    return this.tokens.issue(actor, body);
  }

  @Delete(':id')
  @SignedIn('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token of mine or one that I issued' })
  @ApiResponse({ status: 204 })
  revokeToken(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}

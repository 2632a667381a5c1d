/** Language models, vector stores, and what agents use. */
import { named, token } from '../format.js'
import { alnum, hex, letters, lower, oneOf, url, UUID } from '../shape.js'

export const languageModels = [
  token('anthropic-key', 'Anthropic', 'API key', ['sk-ant-api03-', url(80, 120)], 'platform.claude.com > Settings > API keys', { variable: 'ANTHROPIC_API_KEY' }),
  token('anthropic-admin-key', 'Anthropic', 'admin key', ['sk-ant-admin01-', url(80, 120)], 'platform.claude.com > Settings > Admin keys', { variable: 'ANTHROPIC_ADMIN_KEY' }),
  token('anthropic-oauth-token', 'Anthropic', 'OAuth token', ['sk-ant-', oneOf('oat01-', 'ort01-'), url(80, 120)], 'platform.claude.com > Settings', { keywords: ['sk-ant-o'] }),
  token('openrouter-key', 'OpenRouter', 'API key', ['sk-or-v1-', hex(64)], 'openrouter.ai > Settings > Keys'),
  token('langfuse-key', 'Langfuse', 'secret key', ['sk-lf-', ...UUID], 'cloud.langfuse.com > Project settings > API keys'),
  token('openai-project-key', 'OpenAI', 'API key', [oneOf('sk-proj-', 'sk-svcacct-', 'sk-admin-'), url(40, 200)], 'platform.openai.com/api-keys', { keywords: ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], variable: 'OPENAI_API_KEY', entropy: 3 }),
  token('openai-key', 'OpenAI', 'API key', ['sk-', alnum(20), 'T3BlbkFJ', alnum(20)], 'platform.openai.com/api-keys', { keywords: ['T3BlbkFJ'], variable: 'OPENAI_API_KEY' }),
  token('openai-like-key', 'OpenAI or DeepSeek', 'API key', ['sk-', alnum(32, 64)], 'platform.openai.com/api-keys or platform.deepseek.com/api_keys', { entropy: 3.2, variable: 'OPENAI_API_KEY' }),
  token('groq-key', 'Groq', 'API key', ['gsk_', alnum(48, 56)], 'console.groq.com/keys'),
  token('xai-key', 'xAI', 'API key', ['xai-', alnum(70, 90)], 'console.x.ai > API keys'),
  token('perplexity-key', 'Perplexity', 'API key', ['pplx-', alnum(40, 56)], 'perplexity.ai/settings/api'),
  token('huggingface-token', 'Hugging Face', 'access token', ['hf_', letters(34)], 'huggingface.co/settings/tokens', { variable: 'HF_TOKEN' }),
  token('huggingface-organization-token', 'Hugging Face', 'organization token', ['api_org_', letters(34)], 'huggingface.co > Organization settings'),
  token('replicate-token', 'Replicate', 'API token', ['r8_', alnum(37)], 'replicate.com/account/api-tokens'),
  token('fireworks-key', 'Fireworks AI', 'API key', ['fw_', alnum(22, 28)], 'fireworks.ai > Settings > API keys', { entropy: 3.5 }),
  token('together-key', 'Together AI', 'API key', ['tgp_v1_', url(40, 50)], 'api.together.ai/settings/api-keys'),
  token('cerebras-key', 'Cerebras', 'API key', ['csk-', lower(40, 56)], 'cloud.cerebras.ai > API keys'),
  token('nvidia-key', 'NVIDIA', 'API key', ['nvapi-', url(60, 80)], 'build.nvidia.com > API keys'),
  token('elevenlabs-key', 'ElevenLabs', 'API key', ['sk_', hex(48)], 'elevenlabs.io > Profile > API keys'),
  token('pinecone-key', 'Pinecone', 'API key', ['pcsk_', alnum(5, 8), '_', alnum(50, 80)], 'app.pinecone.io > API keys'),
  token('langsmith-key', 'LangSmith', 'API key', ['lsv2_', oneOf('pt', 'sk'), '_', hex(32), '_', hex(10)], 'smith.langchain.com > Settings > API keys', { keywords: ['lsv2_'] }),
  token('tavily-key', 'Tavily', 'API key', ['tvly-', oneOf('', 'dev-', 'prod-'), alnum(28, 40)], 'app.tavily.com'),
  token('firecrawl-key', 'Firecrawl', 'API key', ['fc-', hex(32)], 'firecrawl.dev > API keys'),
  token('voyage-key', 'Voyage AI', 'API key', ['pa-', url(43)], 'dashboard.voyageai.com > API keys', { entropy: 4 }),
  token('jina-key', 'Jina AI', 'API key', ['jina_', url(50, 70)], 'jina.ai > API key'),
  token('browserbase-key', 'Browserbase', 'API key', ['bb_live_', url(24, 40)], 'browserbase.com > Settings'),
  token('helicone-key', 'Helicone', 'API key', ['sk-helicone-', url(30, 80)], 'helicone.ai > Settings > API keys'),
]

export const languageModelNames = [
  named('cohere-key', 'Cohere', 'API key', ['cohere', 'co'], [alnum(40)], 'dashboard.cohere.com/api-keys'),
  named('mistral-key', 'Mistral', 'API key', ['mistral'], [alnum(32)], 'console.mistral.ai/api-keys'),
  named('ai21-key', 'AI21', 'API key', ['ai21'], [alnum(32)], 'studio.ai21.com/account/api-key'),
  named('assemblyai-key', 'AssemblyAI', 'API key', ['assemblyai', 'assembly'], [hex(32)], 'assemblyai.com/app'),
  named('deepgram-key', 'Deepgram', 'API key', ['deepgram'], [hex(40)], 'console.deepgram.com > API keys'),
  named('stability-key', 'Stability AI', 'API key', ['stability'], [oneOf('sk-'), alnum(48)], 'platform.stability.ai/account/keys'),
  named('weaviate-key', 'Weaviate', 'API key', ['weaviate'], [alnum(36, 40)], 'console.weaviate.cloud'),
  named('qdrant-key', 'Qdrant', 'API key', ['qdrant'], [url(40, 80)], 'cloud.qdrant.io > Access management'),
  named('exa-key', 'Exa', 'API key', ['exa'], UUID, 'dashboard.exa.ai/api-keys'),
  named('serpapi-key', 'SerpApi', 'API key', ['serpapi', 'serper'], [hex(40, 64)], 'serpapi.com/manage-api-key'),
]
